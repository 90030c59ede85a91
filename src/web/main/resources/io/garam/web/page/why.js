// Why a text is taken for what it is: the effect of each of its parts, and the gates of each layer.

import { el, fraction, signed } from './dom.js';
import { tag } from './labels.js';
import { gates } from './gates.js';

/** The least change that gets the deepest colour: from one half to three quarters, about. */
const DEEPEST = 1;

/**
 * Returns an element that shows an explanation.
 *
 * @param level of its headings
 */
export function why(explanation, level) {
  const { label, runnerUp, intent } = explanation;
  const strips = [];
  const section = (title, effects, folded) => {
    if (effects.length === 0) return null;
    const strip = el('ol', { class: 'strip' });
    strips.push((runner) => strip.replaceChildren(...cells(effects, runner, explanation)));
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
  const layers = explanation.layers.map((layer) => gates(layer, level));
  const element = el('div', {},
    intent.label === label.label ? null
      : el('p', { class: 'note' }, 'The likeliest, ', tag(label.label), ', is below the threshold, so the answer is ', tag(intent.label), '.'),
    el('div', { class: 'toggle', role: 'group', 'aria-label': 'Effects on' }, buttons),
    section('Tokens', explanation.tokens),
    section('What was said before', explanation.earlier),
    section('Characters', explanation.characters, true),
    el('p', { class: 'note' }, el('span', { class: 'key for' }, 'speaks for it'), el('span', { class: 'key against' }, 'speaks against it'),
      'Log-odds with the part, less those without it: from one half to 0.9 it is +2.2.'),
    layers.length === 0 ? null : el('details', { class: 'layers' }, el('summary', {}, 'Gates of the recurrent layers'), layers));
  choose(false);
  return element;
}

function cells(effects, runner, { intent }) {
  const deepest = effects
    .flatMap(({ onLabel, onRunnerUp }) => [onLabel, onRunnerUp])
    .reduce((greatest, value) => Math.max(greatest, Math.abs(value ?? 0)), DEEPEST);
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
