// Dialogue: the turns of one dialogue with their acts, and how far each moved the model's state.

import { json } from './api.js';
import { address, clock, el, every, fraction } from './dom.js';
import { confidence, tag } from './labels.js';

export default function dialogue(panel, app) {
  const input = el('input', { id: 'dialogue-id', type: 'text', autocomplete: 'off', spellcheck: 'false', autocapitalize: 'none' });
  const form = el('form', { class: 'ask', onsubmit: (event) => {
    event.preventDefault();
    location.hash = address('dialogue', { id: input.value.trim() });
  } }, el('label', { for: 'dialogue-id' }, 'Dialogue'), input, el('button', { class: 'primary' }, 'Show'));
  const status = el('p', { class: 'empty', role: 'status' });
  const turns = el('ol', { class: 'turns' });
  const note = el('p', { class: 'note' });
  panel.append(el('h2', {}, 'Dialogue'), form, status, note, turns);
  let id = '';
  let stop = null;
  let seen = null;

  async function refresh() {
    const asked = id;
    try {
      const found = await json('dialogue', { body: { id: asked } });
      if (asked !== id) return;
      status.textContent = found.turns.length === 0 ? 'No turns of it yet.' : '';
      const now = JSON.stringify(found);
      if (now !== seen) draw(found);
      seen = now;
    } catch (error) {
      if (asked !== id) return;
      if (error.status === 404) turns.replaceChildren();
      if (error.status === 404) note.textContent = '';
      seen = null;
      status.textContent = error.message;
    }
  }

  function draw(found) {
    const moves = found.turns.map(({ moved }) => moved ?? 0);
    const farthest = Math.max(...moves, Number.MIN_VALUE);
    const follows = found.turns.some(({ moved }) => moved !== null);
    const speakers = [...new Set(found.turns.map(({ speaker }) => speaker))];
    const full = app.info.texts === 'full';
    note.textContent = follows ? 'The bar of a turn says how far it moved the model’s memory of the dialogue; the longest is the farthest.' : '';
    turns.classList.toggle('moving', follows);
    turns.replaceChildren(...found.turns.map((turn, index) => el('li', { class: speakers.indexOf(turn.speaker) % 2 === 1 ? 'other' : null },
      el('a', { class: 'time', href: address('live', { at: turn.at }), title: turn.at }, clock(turn.time)),
      el('span', { class: 'speaker' }, turn.speaker ?? ''),
      el('span', { class: 'text' }, turn.text ?? ''),
      el('span', { class: 'intent' }, tag(turn.label)),
      el('span', { class: 'sure' }, confidence(turn.confidence)),
      follows ? el('span', { class: 'moved', style: { '--share': (turn.moved ?? 0) / farthest } }, turn.moved === null ? '–' : `moved ${fraction(turn.moved)}`) : null,
      full ? el('a', { class: 'ask-why', href: address('try', { dialogue: said(found.turns.slice(0, index + 1)) }), 'aria-label': `Why is turn ${index + 1} ${turn.label}?` }, 'Why?') : null)));
  }

  return {
    show(parameters) {
      const now = parameters.get('id') ?? '';
      if (now !== id) {
        turns.replaceChildren();
        note.textContent = '';
        seen = null;
      }
      id = now;
      input.value = id;
      stop?.();
      stop = null;
      status.textContent = id === '' ? 'Give the id of a dialogue, or choose one in the live view.' : 'Looking for it…';
      if (id !== '') stop = every(5000, refresh);
    },
    hide() {
      stop?.();
      stop = null;
    },
  };
}

const said = (turns) => turns.map(({ speaker, text }) => `${speaker ? `${speaker}: ` : ''}${text.replaceAll(/\s+/g, ' ')}`).join('\n');
