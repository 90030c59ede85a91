// What is known of one event, beside the rows: alternatives, headers, the event itself, and why.

import { json } from './api.js';
import { address, clock, el, milliseconds } from './dom.js';
import { bars, tag } from './labels.js';
import { why } from './why.js';

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
        el('h3', { class: 'said' }, event.text || 'Utterance'),
        el('button', { type: 'button', class: 'close', 'aria-label': 'Close the details', onclick: leave }, '✕')),
      el('p', { class: 'note' },
        [event.speaker, new Date(event.time).toISOString().slice(0, 10), clock(event.time), event.latencyMs === null ? null : milliseconds(event.latencyMs)]
          .filter(Boolean).join(' · ')),
      el('p', { class: 'links' },
        el('a', { href: address('live', { at: event.at }), class: 'code' }, event.at),
        event.dialogue ? el('a', { href: address('dialogue', { id: event.dialogue }) }, `Dialogue ${event.dialogue}`) : null),
      bars([{ label: event.label, confidence: event.confidence }, ...(event.alternatives ?? [])]),
      el('h4', {}, 'Why'), reason,
      ...headers(event.headers ?? {}),
      el('h4', {}, 'Event'),
      event.event === null || event.event === undefined
        ? el('p', { class: 'note' }, 'Whole events are not shown by this tagger.')
        : el('pre', { tabindex: 0, role: 'group', 'aria-label': 'The event as JSON' }, JSON.stringify(event.event, null, 2)));
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
      const body = await question(event, signal);
      const explanation = await json('explain', { body, signal });
      const other = explanation.intent.label !== event.label;
      reason.replaceChildren(why(explanation, 5), ...(other ? [el('p', { class: 'note' },
        'Explained from what is known here it would be ', tag(explanation.intent.label), ', as the model has changed since or earlier turns are missing.')] : []));
    } catch (error) {
      if (!signal.aborted) reason.replaceChildren(el('p', { class: 'problem' }, error.message));
    }
  }

  /** A model that follows dialogues is asked with what was said before, as far as it is known. */
  async function question(event, signal) {
    if (app.info.followsDialogues && event.dialogue) {
      const { turns } = await json('dialogue', { body: { id: event.dialogue }, signal }).catch(() => ({ turns: [] }));
      const turn = turns.findIndex((one) => one.time === event.time && one.text === event.text);
      if (turn >= 0) return { utterances: turns.slice(0, turn + 1).map(({ speaker, text }) => ({ speaker, text })) };
    }
    return app.info.followsDialogues ? { utterances: [{ speaker: event.speaker, text: event.text }] } : { text: event.text };
  }

  return { element, open, close, leave, get at() { return at; } };
}

function headers(all) {
  const names = Object.keys(all);
  return names.length === 0 ? [] : [el('h4', {}, 'Headers'),
    el('dl', { class: 'headers' }, names.map((name) => el('div', {}, el('dt', {}, name), el('dd', {}, all[name]))))];
}
