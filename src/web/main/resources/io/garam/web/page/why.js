// Why a text is taken for what it is: the effect of each of its parts, and the gates of each layer.

import { count, el, fraction, signed } from './dom.js';
import { tag } from './labels.js';
import { gates } from './gates.js';

/** The least change that gets the deepest colour: from one half to three quarters, about. */
const DEEPEST = 1;

/** An earlier utterance with less effect than this is folded: late in a dialogue, that is most of them. */
const LEAST = 0.1;

/**
 * Returns an element that shows an explanation.
 *
 * @param level of its headings
 */
export function why(explanation, level) {
  const { label, runnerUp, intent } = explanation;
  const strips = [];
  const deepest = [...explanation.tokens, ...explanation.earlier, ...explanation.characters]
    .reduce((greatest, effect) => Math.max(greatest, strength(effect)), DEEPEST);
  const section = (title, effects, folded) => {
    if (effects.length === 0) return null;
    const strip = el('ol', { class: 'strip' });
    strips.push((runner) => strip.replaceChildren(...cells(effects, runner, explanation, deepest)));
    return folded
      ? el('details', {}, el('summary', {}, title), strip)
      : el('div', {}, el(`h${level}`, { class: 'small' }, title), strip);
  };
  const choose = (runner) => {
    buttons.forEach((button, index) => button.setAttribute('aria-pressed', runner === (index === 1)));
    strips.forEach((draw) => draw(runner));
  };
  const buttons = [label, runnerUp].map((one, index) =>
    el('button', { type: 'button', onclick: () => choose(index === 1) }, tag(one.label), ` ${fraction(one.confidence, 3)}`));
  const { shown, rest } = earlierParts(explanation.earlier);
  const layers = explanation.layers.map((layer) => gates(layer, level));
  const element = el('div', {},
    intent.label === label.label ? null
      : el('p', { class: 'note' }, 'The likeliest, ', tag(label.label), ', is below the threshold, so the answer is ', tag(intent.label), '.'),
    el('div', { class: 'toggle', role: 'group', 'aria-label': 'Effects on' }, buttons),
    section('Tokens', explanation.tokens),
    section('What was said before, newest first', shown),
    section(`${count(rest.length)} ${rest.length === 1 ? 'other' : 'others'} below ${LEAST}`, rest, true),
    section('Characters', explanation.characters, true),
    el('p', { class: 'note' }, el('span', { class: 'key for' }, 'speaks for it'), el('span', { class: 'key against' }, 'speaks against it'),
      'Log-odds with the part, less those without it: from one half to 0.9 it is +2.2.'),
    layers.length === 0 ? null : el('details', { class: 'layers' }, el('summary', {}, 'Gates of the recurrent layers'),
      el('p', { class: 'note' }, 'A row is a unit, at the same height in all maps of a direction, and the one whose state is kept most is on top. The deeper the blue, the wider the gate is open; the number below is the mean of all units. Kept is how much of the state after a step is still there at the end.'),
      layers));
  choose(false);
  return element;
}

const strength = ({ onLabel, onRunnerUp }) => Math.max(Math.abs(onLabel ?? 0), Math.abs(onRunnerUp ?? 0));

/** The earlier utterances that matter, and at least the strongest, apart from the others; each newest first. */
export function earlierParts(effects) {
  const least = Math.min(LEAST, Math.max(...effects.map(strength)));
  const newest = [...effects].reverse();
  return { shown: newest.filter((effect) => strength(effect) >= least), rest: newest.filter((effect) => strength(effect) < least) };
}

function cells(effects, runner, { intent }, deepest) {
  return effects.map(({ part, onLabel, onRunnerUp, labelWithout }) => {
    const value = runner ? onRunnerUp : onLabel;
    const depth = value === null ? 0 : Math.sqrt(Math.abs(value) / deepest) * 0.6;
    const without = labelWithout === null ? 'nothing is left without it' : labelWithout === intent.label ? null : labelWithout;
    return el('li', { class: value !== null && value < 0 ? 'against' : 'for', style: { '--depth': depth } },
      el('span', { class: 'part' }, part.trim() === '' ? '␣' : part),
      el('span', { class: 'effect' }, value === null ? '–' : signed(value)),
      without === null ? null : el('span', { class: 'without' }, labelWithout === null ? without : ['without it ', tag(without)]));
  });
}
