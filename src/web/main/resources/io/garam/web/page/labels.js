// Labels: one colour each, the same everywhere, and how sure the model is of them.

import { count, el, fraction } from './dom.js';

const HUES = 12;
const UNKNOWN = 'unknown';
const dark = matchMedia('(prefers-color-scheme: dark)');
let slots = new Map();

function hash(text) {
  let value = 0x811c9dc5;
  for (const letter of text) value = Math.imul(value ^ letter.codePointAt(0), 0x01000193) >>> 0;
  return (value ^ (value >>> 15)) >>> 0;
}

/** Few labels share no colour: one whose hash is taken moves to the next that is free. */
export function learn(labels) {
  slots = new Map();
  const room = labels.length <= HUES ? HUES : 2 * HUES;
  if (labels.length > room) return;
  const taken = new Set();
  for (const label of [...labels].sort()) {
    let slot = hash(label) % room;
    while (taken.has(slot)) slot = (slot + 5) % room;
    taken.add(slot);
    slots.set(label, { hue: 15 + (slot % HUES) * (360 / HUES), deep: slot >= HUES });
  }
}

function colour(label) {
  return slots.get(label) ?? { hue: hash(label) % 360, deep: (hash(label) >> 9) % 2 === 1 };
}

export function tag(label) {
  if (label === UNKNOWN) return el('span', { class: 'tag none' }, label);
  const { hue, deep } = colour(label);
  return el('span', { class: deep ? 'tag deep' : 'tag', style: { '--hue': hue } }, label);
}

/** The colour of a label's area in a chart; none means the rest. */
export function area(label) {
  const { hue, deep } = label === undefined ? { hue: 260, deep: false } : colour(label);
  const chroma = label === undefined || label === UNKNOWN ? 0.015 : deep ? 0.13 : 0.09;
  const light = dark.matches ? (deep ? 0.5 : 0.62) : deep ? 0.66 : 0.8;
  return `oklch(${light} ${chroma} ${hue})`;
}

export function confidence(value) {
  return el('span', { class: 'confidence', style: { '--share': value } }, fraction(value));
}

/** Labels with bars: the first `most` at once, the rest on demand. */
export function bars(list, most = 10) {
  const rows = list.map(({ label, confidence: share }) =>
    el('li', {}, tag(label), el('span', { class: 'track', style: { '--share': share } }), el('span', { class: 'number' }, fraction(share, 3))));
  const shown = el('ol', { class: 'bars' }, rows.slice(0, most));
  if (rows.length <= most) return shown;
  const more = el('button', { type: 'button', class: 'quiet', onclick: () => {
    shown.append(...rows.slice(most));
    more.remove();
  } }, `Show the other ${count(rows.length - most)}`);
  return el('div', {}, shown, more);
}
