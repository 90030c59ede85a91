// Dead letters: what could not be tagged, why, and its bytes as they are.

import { json } from './api.js';
import { address, clock, count, el, every } from './dom.js';

export default function deadLetters(panel, app) {
  const problem = el('p', { class: 'problem', role: 'status' });
  const reasons = el('div', { class: 'reasons', role: 'group', 'aria-label': 'Reasons' });
  const list = el('div', { class: 'letters' });
  panel.append(el('h2', {}, 'Dead letters'), el('p', { class: 'note' }, 'What could not be tagged, written last first. The stream went on without it.'), problem, reasons, list);
  let stop = null;
  let seen = null;
  let last = null;
  let chosen = '';

  async function refresh() {
    try {
      last = await json('dead-letters', { body: {} });
      problem.textContent = '';
      const now = JSON.stringify(last.letters.map(({ at }) => at));
      if (now !== seen) draw();
      seen = now;
    } catch (error) {
      problem.textContent = error.message;
    }
  }

  function draw() {
    const counts = Object.entries(last.reasons).sort((a, b) => b[1] - a[1]);
    const all = counts.reduce((sum, [, number]) => sum + number, 0);
    const choice = (reason, name, number) =>
      el('a', { class: 'reason', href: address('dead-letters', { reason }), 'aria-current': reason === chosen ? 'true' : null }, name, el('span', { class: 'number' }, count(number)));
    const focused = reasons.contains(document.activeElement) ? [...reasons.children].indexOf(document.activeElement) : -1;
    reasons.replaceChildren(...(all === 0 ? [] : [choice('', 'All', all)]), ...counts.map(([reason, number]) => choice(reason, words(reason), number)));
    reasons.children[focused]?.focus();
    const open = new Set([...list.querySelectorAll('details[open]')].map((details) => details.dataset.at));
    const letters = last.letters.filter(({ reason }) => chosen === '' || reason === chosen);
    list.replaceChildren(...group(letters).map(([reason, members]) =>
      el('section', {}, el('h3', {}, words(reason), el('span', { class: 'soft' }, ` ${count(members.length)} of ${count(last.reasons[reason] ?? members.length)} shown`)),
        members.map((letter) => show(letter, open.has(letter.at), app.info.texts === 'full')))));
    if (letters.length === 0) {
      list.append(el('p', { class: 'empty' }, all === 0 ? 'None: everything could be tagged.' : 'None of these among the newest 200.'));
    }
  }

  return {
    show(parameters) {
      chosen = parameters.get('reason') ?? '';
      if (last) draw();
      stop ??= every(10_000, refresh);
    },
    hide() {
      stop?.();
      stop = null;
    },
  };
}

/** A reason's code as words: NOT_JSON and not-json are "Not JSON". */
function words(reason) {
  const spoken = reason.toLowerCase().replaceAll(/[_-]/g, ' ').replace(/\bjson\b/, 'JSON').replace(/\butf8\b/, 'UTF-8');
  return spoken.charAt(0).toUpperCase() + spoken.slice(1);
}

/** Reasons in the order of their newest letter. */
function group(letters) {
  const groups = new Map();
  for (const letter of letters) groups.set(letter.reason, [...(groups.get(letter.reason) ?? []), letter]);
  return [...groups];
}

function show(letter, open, full) {
  const { time, at, key, message, value, moreBytes } = letter;
  const bytes = value === null ? null : Uint8Array.from(atob(value), (character) => character.charCodeAt(0));
  const { kind, text } = bytes === null ? { kind: full ? 'no value' : 'not shown', text: '' } : readable(bytes);
  const rest = moreBytes > 0 ? `\n… ${count(moreBytes)} more bytes` : '';
  return el('details', { class: 'letter', open, 'data-at': at },
    el('summary', {},
      el('span', { class: 'time' }, clock(time)),
      el('span', { class: 'text' }, text === '' ? el('span', { class: 'soft' }, kind) : text.slice(0, 300)),
      el('span', { class: 'message' }, message)),
    el('p', { class: 'note' }, el('bdi', { class: 'code' }, at), key === null ? ' · no key' : [' · key ', el('bdi', { class: 'code' }, key)],
      ` · event of ${new Date(time).toISOString()}`, bytes === null ? '' : ` · ${count(bytes.length + moreBytes)} bytes${kind === 'hex' ? ', not UTF-8' : ''}`),
    text === '' ? null : el('pre', { class: kind === 'hex' ? 'hex' : null, tabindex: 0, role: 'group', 'aria-label': 'Value' }, text + rest));
}

function readable(bytes) {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if (!/[\u0000-\u0008\u000e-\u001f]/.test(text)) return { kind: 'empty', text };
  } catch {
    // Bytes that are not text are shown as they are.
  }
  return { kind: 'hex', text: hex(bytes) };
}

function hex(bytes) {
  const lines = [];
  for (let at = 0; at < bytes.length; at += 16) {
    const line = [...bytes.subarray(at, at + 16)];
    const letters = line.map((byte) => (byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '·')).join('');
    lines.push(`${line.map((byte) => byte.toString(16).padStart(2, '0')).join(' ').padEnd(47)}  ${letters}`);
  }
  return lines.join('\n');
}
