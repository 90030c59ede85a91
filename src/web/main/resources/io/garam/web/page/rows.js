// The rows of the live view: at most 300, newest on top or by dialogue, one of them in the tab order.

import { address, clock, el, milliseconds } from './dom.js';
import { confidence, tag } from './labels.js';

const MOST = 300;
const COLUMNS = ['Time', 'Speaker', 'Text', 'Intent', 'Confidence', 'Dialogue', 'Latency'];

export class Rows {
  #grid;
  #rows = [];
  #byPosition = new Map();
  #groups = new Map();
  #grouped = false;
  #active = null;
  #opened = null;

  /** @param open is told of a row that is chosen, by its event, and whether by a key */
  constructor(open) {
    this.#grid = el('div', { role: 'grid', class: 'rows', 'aria-label': 'Tagged utterances, newest first' });
    this.element = el('div', { class: 'scroller' }, this.#grid);
    this.#layOut();
    const rowOf = (event) => event.target.closest('.row');
    this.#grid.addEventListener('click', (event) => {
      if (!rowOf(event) || event.target.closest('a') || getSelection().toString() !== '') return;
      this.#activate(rowOf(event));
      open(rowOf(event).tagged, false);
    });
    this.#grid.addEventListener('keydown', (event) => this.#key(event, open));
    this.#grid.addEventListener('focusin', (event) => {
      if (rowOf(event)) this.#activate(rowOf(event));
      if (rowOf(event)) showAlternatives(rowOf(event));
    });
    this.#grid.addEventListener('pointerover', (event) => rowOf(event) && showAlternatives(rowOf(event)));
  }

  get size() {
    return this.#rows.length;
  }

  /** Adds a row, unless it is there from before a connection was lost. */
  add(tagged) {
    if (this.#byPosition.has(tagged.at)) return;
    const row = rowFor(tagged);
    this.#rows.push(row);
    this.#byPosition.set(tagged.at, row);
    this.#place(row);
    if (this.#rows.length > MOST) this.#remove(this.#rows.shift());
    if (this.#active === null) this.#activate(row);
  }

  set grouped(grouped) {
    if (grouped === this.#grouped) return;
    this.#grouped = grouped;
    this.#layOut();
  }

  keep(fits) {
    const [kept, gone] = [[], []];
    for (const row of this.#rows) (fits(row.tagged) ? kept : gone).push(row);
    this.#rows = kept;
    gone.forEach((row) => this.#remove(row));
  }

  /** Marks the row at a position, and returns its event if it is still there. */
  open(at) {
    this.#opened?.removeAttribute('aria-selected');
    this.#opened = this.#byPosition.get(at) ?? null;
    this.#opened?.setAttribute('aria-selected', 'true');
    return this.#opened?.tagged;
  }

  scrollToOpened() {
    this.#opened?.scrollIntoView({ block: 'nearest' });
  }

  focus() {
    this.#active?.focus();
  }

  #layOut() {
    this.#groups.clear();
    this.#grid.classList.toggle('grouped', this.#grouped);
    this.#grid.replaceChildren(el('div', { role: 'row', class: 'head' }, COLUMNS.map((name) => el('div', { role: 'columnheader' }, name))));
    this.#rows.forEach((row) => this.#place(row));
  }

  #place(row) {
    if (!this.#grouped) {
      this.#grid.firstChild.after(row);
      return;
    }
    const id = row.tagged.dialogue ?? '';
    let group = this.#groups.get(id);
    if (!group) {
      group = el('div', { role: 'rowgroup', class: 'group' },
        el('div', { role: 'row', class: 'title' }, el('div', { role: 'rowheader', 'aria-colspan': COLUMNS.length }, dialogueLink(row.tagged))));
      this.#groups.set(id, group);
      this.#grid.firstChild.after(group);
    }
    group.append(row);
  }

  #remove(row) {
    this.#byPosition.delete(row.tagged.at);
    if (row === this.#active) {
      const focused = row.contains(document.activeElement);
      this.#active = null;
      const next = this.#rows[0];
      if (next) this.#activate(next);
      if (focused) next?.focus({ preventScroll: true });
    }
    if (row === this.#opened) this.#opened = null;
    const id = row.tagged.dialogue ?? '';
    const group = this.#groups.get(id);
    row.remove();
    if (group?.childElementCount === 1) {
      group.remove();
      this.#groups.delete(id);
    }
  }

  #activate(row) {
    if (this.#active === row) return;
    if (this.#active) this.#active.tabIndex = -1;
    this.#active = row;
    row.tabIndex = 0;
  }

  #key(event, open) {
    if (!event.target.classList.contains('row') || event.ctrlKey || event.metaKey || event.altKey) return;
    const shown = [...this.#grid.querySelectorAll('.row')];
    const at = shown.indexOf(event.target);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, PageDown: at + 10, PageUp: at - 10, Home: 0, End: shown.length - 1 }[event.key];
    if (to !== undefined) {
      event.preventDefault();
      shown[Math.max(0, Math.min(shown.length - 1, to))].focus();
    } else if (event.key === 'Enter') {
      event.preventDefault();
      open(event.target.tagged, true);
    }
  }
}

/** A name that was cut, or is no text, cannot be asked for. */
function dialogueLink({ dialogue, isDialogueWhole }) {
  if (!dialogue) return el('span', { class: 'soft' }, 'no dialogue');
  return isDialogueWhole
    ? el('a', { href: address('dialogue', { id: dialogue }), class: 'code', tabindex: -1 }, dialogue)
    : el('span', { class: 'code' }, dialogue);
}

function rowFor(tagged) {
  const cell = (name, ...content) => el('div', { role: 'gridcell', class: name }, content);
  const row = el('div', { role: 'row', class: 'row', tabindex: -1 },
    cell('time', el('a', { href: address('live', { at: tagged.at }), tabindex: -1, title: tagged.at }, clock(tagged.time))),
    cell('speaker', tagged.speaker ?? ''),
    cell('text', tagged.text ?? ''),
    cell('intent', tag(tagged.label)),
    cell('sure', confidence(tagged.confidence)),
    cell('dialogue', dialogueLink(tagged)),
    cell('latency', milliseconds(tagged.latencyMs)));
  row.tagged = tagged;
  return row;
}

/** Only of rows that are looked at, as most never are. */
function showAlternatives(row) {
  if (row.querySelector('.alternatives') || !row.tagged.alternatives?.length) return;
  row.querySelector('.intent').append(el('div', { class: 'alternatives' },
    row.tagged.alternatives.map(({ label, confidence: share }) => el('span', {}, tag(label), confidence(share)))));
}
