// What is known of one event, beside the rows: alternatives, headers, the event itself, and why.

import { json } from './api.js';
import { copyable, explainCommand } from './command.js';
import { address, clock, count, el, fraction, milliseconds } from './dom.js';
import { bars, tag } from './labels.js';
import { why } from './why.js';

/** Problems with an event that a command can still explain. */
const BEYOND_THE_PAGE = ['not-kept', 'too-much-to-explain', 'too-long'];

/** @param left is told when the details are closed by the reader */
export function details(app, left) {
  const element = el('aside', { class: 'details', 'aria-label': 'Details of an utterance', tabindex: -1, hidden: true });
  let asked = null;
  let at = null;

  function close() {
    asked?.abort();
    element.hidden = true;
    at = null;
  }

  function leave() {
    close();
    left();
  }

  function open(event) {
    if (at === event.at) return;
    asked?.abort();
    asked = new AbortController();
    at = event.at;
    element.hidden = false;
    const reason = el('div', { class: 'why' });
    element.replaceChildren(
      el('div', { class: 'details-top' },
        el('h3', { class: 'said', dir: 'auto' }, event.text || 'Utterance'),
        el('button', { type: 'button', class: 'close', 'aria-label': 'Close the details', onclick: leave }, '✕')),
      el('p', { class: 'note' },
        event.speaker ? [el('bdi', {}, event.speaker), ' · '] : null,
        [new Date(event.time).toISOString().slice(0, 10), clock(event.time), event.latencyMs === null ? null : milliseconds(event.latencyMs)]
          .filter(Boolean).join(' · ')),
      el('p', { class: 'links' },
        el('a', { href: address('live', { at: event.at }), class: 'code' }, event.at),
        event.dialogue && event.isDialogueWhole ? el('a', { href: address('dialogue', { id: event.dialogue }) }, 'Dialogue ', el('bdi', {}, event.dialogue)) : null),
      ...likeliest(app.info, event),
      el('h4', {}, 'Why'), reason,
      ...headers(event.headers ?? {}),
      el('h4', {}, 'Event'),
      event.event === null || event.event === undefined
        ? el('p', { class: 'note' }, 'Whole events are not shown by this tagger.')
        : el('pre', { tabindex: 0, role: 'group', 'aria-label': 'The event as it is' }, el('bdi', {}, event.event), ...[rest(event.moreBytes)].filter(Boolean)));
    element.scrollTop = 0;
    explain(event, reason, asked.signal);
  }

  async function explain(event, reason, signal) {
    if (app.info.texts !== 'full' || !event.text) {
      reason.replaceChildren(el('p', { class: 'note' }, 'Without the words, there is nothing to explain.'));
      return;
    }
    reason.replaceChildren(el('p', { class: 'note' }, 'Leaving out one part after the other…'));
    try {
      const explanation = await json('why', { body: { at: event.at }, signal });
      const other = explanation.intent.label !== event.label;
      reason.replaceChildren(why(explanation, 5), ...(other ? [el('p', { class: 'note' },
        'Explained from what is known here it would be ', tag(explanation.intent.label), ', as the model has changed since or earlier turns are missing.')] : []));
    } catch (error) {
      if (signal.aborted) return;
      reason.replaceChildren(el('p', { class: 'problem' }, error.message),
        ...(BEYOND_THE_PAGE.includes(error.code) ? [copyable(explainCommand(app.info, event.at))] : []));
    }
  }

  return { element, open, close, leave, get at() { return at; } };
}

/** Of an unknown one, the best label has its bar among the alternatives: the answer itself has none. */
export function likeliest({ thresholds }, { label, confidence, alternatives = [] }) {
  if (label !== 'unknown' || alternatives.length === 0) return [bars([{ label, confidence }, ...alternatives])];
  const [best] = alternatives;
  const threshold = thresholds.byLabel[best.label] ?? thresholds.general;
  return [
    el('p', { class: 'note below' }, tag(label), ', as the likeliest, ', tag(best.label), ` ${fraction(best.confidence, 3)}, is below the threshold${
      threshold > best.confidence ? ` ${fraction(threshold, 3)}` : ''}.`),
    bars(alternatives)];
}

function headers(all) {
  const names = Object.keys(all);
  return names.length === 0 ? [] : [el('h4', {}, 'Headers'),
    el('dl', { class: 'headers' }, names.map((name) => el('div', {}, el('dt', {}, name), el('dd', {}, all[name]))))];
}

const rest = (bytes) => (bytes > 0 ? el('span', { class: 'soft' }, `… ${count(bytes)} more bytes`) : null);
