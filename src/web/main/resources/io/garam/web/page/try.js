// Try it: a text or a dialogue is tagged and explained on demand; the address keeps what was asked.

import { json } from './api.js';
import { address, el, fraction } from './dom.js';
import { bars, tag } from './labels.js';
import { why } from './why.js';

const SPEAKER = /^\s*([\p{L}\p{N}_.-]{1,32})\s*:\s*(.*)$/u;

/** One utterance a line; a line begins with a speaker only where the model knows of that one, or of none. */
function utterances(text, speakers) {
  return text.split('\n').filter((line) => line.trim() !== '').map((line) => {
    const [, speaker, said] = SPEAKER.exec(line) ?? [];
    return speaker && (speakers.length === 0 || speakers.includes(speaker)) ? { speaker, text: said } : { text: line.trim() };
  });
}

/** An utterance of the model's own, or a dialogue as it is typed. */
function sample(mode, said) {
  const lines = said.map(({ speaker, text }) => ({ speaker, text: text.replaceAll(/\s+/g, ' ') }));
  return mode === 'text' ? lines[0]?.text ?? '' : lines.map(({ speaker, text }) => (speaker ? `${speaker}: ${text}` : text)).join('\n');
}

export default function tryIt(panel, app) {
  const input = el('textarea', { id: 'said', rows: 2, spellcheck: 'false', 'aria-describedby': 'said-how' });
  const label = el('label', { for: 'said' });
  const how = el('p', { id: 'said-how', class: 'note' });
  const status = el('p', { class: 'problem', role: 'alert' });
  const answer = el('div', { class: 'answer' });
  const mode = (value, text) => el('label', {}, el('input', { type: 'radio', name: 'mode', value, onchange: () => choose(value) }), text);
  const modes = el('div', { class: 'modes', role: 'radiogroup', 'aria-label': 'What to tag' }, mode('text', 'One text'), mode('dialogue', 'A dialogue'));
  const button = el('button', { class: 'primary' }, 'Tag');
  const example = el('p', { class: 'note' });
  const form = el('form', { class: 'try', onsubmit: submit }, modes, label, input, how, example, button);
  panel.append(el('h2', {}, 'Try it'), form, status, answer);
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && !event.isComposing && (event.ctrlKey || event.metaKey || (chosen === 'text' && !event.shiftKey))) {
      event.preventDefault();
      form.requestSubmit();
    }
  });

  let chosen = 'text';
  let asked = null;
  let last = null;

  function choose(value) {
    chosen = value;
    for (const radio of modes.querySelectorAll('input')) radio.checked = radio.value === value;
    label.textContent = value === 'text' ? 'Text' : 'Dialogue, one utterance a line';
    input.rows = value === 'text' ? 2 : 6;
    const { speakers, followsDialogues } = app.info;
    const known = speakers.length > 0 ? `, who may be ${new Intl.ListFormat('en', { type: 'disjunction' }).format(speakers)}` : '';
    how.textContent = value === 'text' ? 'Enter tags it.'
      : `A line may begin with its speaker and a colon${known}. Ctrl+Enter tags it. The last utterance is explained${
        followsDialogues ? ', with what was said before' : '; this model reads each by itself'}.`;
    const said = sample(value, app.info.example ?? []);
    example.replaceChildren(...(said === '' ? [] : ['For example: ', el('a', { href: address('try', { [value]: said }) }, said.replaceAll('\n', ' / '))]));
  }

  function submit(event) {
    event.preventDefault();
    if (input.value.trim() === '') return;
    const to = address('try', { [chosen]: input.value });
    if (location.hash === to) ask(true);
    else location.hash = to;
  }

  async function ask(again) {
    const key = `${chosen} ${input.value}`;
    if (key === last && !again) return;
    last = key;
    asked?.abort();
    asked = new AbortController();
    const { signal } = asked;
    const said = chosen === 'text' ? null : utterances(input.value, app.info.speakers);
    const body = said ? { utterances: said } : { text: input.value.trim() };
    status.textContent = '';
    answer.setAttribute('aria-busy', 'true');
    try {
      const tagged = await json('probabilities', { body, signal });
      const reason = el('div', { class: 'why' }, el('p', { class: 'note' }, 'Leaving out one part after the other…'));
      answer.replaceChildren(...result(tagged, said), el('section', {}, el('h3', {}, 'Why'), reason));
      await json('explain', { body, signal }).then(
        (explanation) => reason.replaceChildren(why(explanation, 4)),
        (error) => signal.aborted || reason.replaceChildren(el('p', { class: 'problem' }, error.message)));
    } catch (error) {
      if (signal.aborted) return;
      answer.replaceChildren();
      status.textContent = error.message;
    } finally {
      if (!signal.aborted) answer.removeAttribute('aria-busy');
    }
  }

  return {
    show(parameters) {
      const value = parameters.has('dialogue') ? 'dialogue' : parameters.has('text') ? 'text' : chosen;
      choose(value);
      if (!parameters.has(value)) return;
      input.value = parameters.get(value);
      if (input.value.trim() !== '') ask(false);
    },
    learned: () => last && ask(true),
  };
}

function result(tagged, said) {
  const verdict = el('p', { class: 'verdict', role: 'status' }, tag(tagged.label), ` ${fraction(tagged.confidence, 3)}`,
    tagged.unknown && tagged.probabilities.length > 0
      ? el('span', { class: 'soft' }, ` the likeliest, ${tagged.probabilities[0].label}, is not sure enough`) : null);
  const turns = said && tagged.turns ? el('section', { class: 'whole' }, el('h3', {}, 'Turns'), el('ol', { class: 'turns' }, tagged.turns.map((turn, index) =>
    el('li', {}, el('span', { class: 'speaker' }, said[index]?.speaker ?? ''), el('span', { class: 'text' }, said[index]?.text ?? ''),
      el('span', { class: 'intent' }, tag(turn.label)), el('span', { class: 'sure' }, fraction(turn.confidence)))))) : null;
  return [verdict, turns, el('section', {}, el('h3', {}, 'Probabilities'), bars(tagged.probabilities))].filter(Boolean);
}
