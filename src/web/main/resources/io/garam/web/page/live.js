// The live view: the stream of what is tagged, its filters, its pause, and what is not shown of it.

import { address, afterQuiet, count, el } from './dom.js';
import { copyable, sendCommand } from './command.js';
import { details } from './details.js';
import { Rows } from './rows.js';
import { follow } from './stream.js';

const ROWS_A_SECOND = 30;
const WAITING_ROWS = 60;

/** Beside each filter's parameter: whether an event fits it, as the server judges it. */
const FITS = {
  intent: (event, value) => event.label === value,
  minConfidence: (event, value) => event.confidence >= Number(value),
  maxConfidence: (event, value) => event.confidence <= Number(value),
  unknown: (event) => event.label === 'unknown',
  dialogue: (event, value) => event.dialogue === value,
  speaker: (event, value) => event.speaker === value,
  text: (event, value) => (event.text ?? '').toLowerCase().includes(value.toLowerCase()),
  header: (event, value) => event.headers?.[value.split('=', 1)[0]] === value.replace(/^[^=]*=?/, ''),
};

export default function live(panel, app) {
  const field = (name, label, control) => {
    control.id = `filter-${name}`;
    control.name = name;
    return el('div', { class: `field ${name}` }, el('label', { for: control.id }, label), control);
  };
  const share = (placeholder) => el('input', { type: 'number', min: 0, max: 1, step: 0.05, placeholder, inputmode: 'decimal' });
  const text = (placeholder) => el('input', { type: 'text', placeholder, autocomplete: 'off', spellcheck: 'false', autocapitalize: 'none' });
  const headerValue = text('name=value');
  headerValue.pattern = '[^=]+=.*';
  const intent = el('select', {});
  const form = el('form', { class: 'filters', 'aria-label': 'Filters', onsubmit: (event) => event.preventDefault() },
    field('intent', 'Intent', intent),
    field('minConfidence', 'Confidence from', share('0')),
    field('maxConfidence', 'to', share('1')),
    field('text', 'Text contains', text('')),
    field('speaker', 'Speaker', text('')),
    field('dialogue', 'Dialogue', text('')),
    field('header', 'Header', headerValue),
    field('unknown', 'Unknown only', el('input', { type: 'checkbox', value: 'true' })),
    el('button', { type: 'button', class: 'quiet clear', hidden: true, onclick: () => location.assign(address('live', { group: parameters.get('group') })) }, 'Clear'));
  const folded = el('details', { class: 'fold' }, el('summary', {}, 'Filters'), form);
  const pause = el('button', { type: 'button', class: 'pause', 'aria-pressed': 'false', onclick: () => setPaused(!paused) }, 'Pause');
  const group = el('button', { type: 'button', 'aria-pressed': 'false', onclick: () => change('group', grouped() ? '' : 'dialogue') }, 'By dialogue');
  const state = el('span', { class: 'connection', role: 'status' });
  const flow = el('span', { class: 'flow' });
  const gone = el('p', { class: 'gone', role: 'status' });
  const awaited = el('p');
  const hint = el('div', { class: 'hint' });
  const empty = el('div', { class: 'empty' }, awaited, hint);
  const rows = new Rows((event, byKey) => {
    change('at', event.at);
    seek();
    if (byKey) beside.element.focus();
  });
  const beside = details(app, () => {
    change('at', '');
    seek();
    rows.focus();
  });
  panel.append(el('h2', { class: 'hidden' }, 'Live'), folded,
    el('div', { class: 'bar' }, state, flow, group, pause,
      el('button', { type: 'button', class: 'help', 'aria-label': '? Keys', onclick: () => document.getElementById('keys').showModal() }, '?')),
    gone, el('div', { class: 'beside' }, el('div', { class: 'list' }, empty, rows.element), beside.element));

  let parameters = new URLSearchParams();
  let waiting = [];
  let shown = 0;
  let missed = 0;
  let paused = false;
  let allowance = 0;
  let last = 0;
  let frame = 0;
  let connection = null;
  let query = null;
  let sought = null;
  let offered = null;

  const grouped = () => parameters.get('group') === 'dialogue';

  function change(name, value) {
    if (value) parameters.set(name, value);
    else parameters.delete(name);
    history.replaceState(null, '', address('live', Object.fromEntries(parameters)));
    apply();
  }

  function filters() {
    return Object.fromEntries(Object.keys(FITS).map((name) => [name, parameters.get(name)]).filter(([, value]) => value));
  }

  function apply() {
    rows.grouped = grouped();
    group.setAttribute('aria-pressed', grouped());
    const chosen = Object.entries(filters());
    form.querySelector('.clear').hidden = chosen.length === 0;
    folded.querySelector('summary').textContent = chosen.length === 0 ? 'Filters' : `Filters (${chosen.length})`;
    const wanted = new URLSearchParams(chosen).toString();
    if (wanted !== query) {
      query = wanted;
      waiting = [];
      rows.keep((event) => chosen.every(([name, value]) => FITS[name](event, value)));
      connect();
    }
  }

  function connect() {
    connection?.abort();
    connection = new AbortController();
    awaited.textContent = query === '' ? 'Waiting for the next utterance…' : 'Waiting for an utterance that fits the filters…';
    hint.replaceChildren(...(query === '' ? [el('p', {}, 'This command sends one, as any client of Kafka can:'), copyable(sendCommand(app.info))] : []));
    empty.hidden = rows.size > 0;
    follow(query === '' ? 'events' : `events?${query}`, connection.signal, {
      state: (name, sentence) => {
        panel.dataset.connection = name;
        say(sentence);
        if (name !== 'live') flow.textContent = '';
      },
      tagged: (data) => {
        if (paused) return;
        waiting.push(data);
        if (waiting.length > WAITING_ROWS) waiting.shift();
        frame ||= requestAnimationFrame(draw);
      },
      passed: (data) => passed(JSON.parse(data)),
    });
  }

  /** A frame adds few rows; what has to wait too long is dropped, and counted as not shown. */
  function draw(now) {
    frame = 0;
    allowance = Math.min(ROWS_A_SECOND / 2, allowance + (Math.min(now - last, 1000) * ROWS_A_SECOND) / 1000);
    last = now;
    while (!paused && waiting.length > 0 && allowance >= 1) {
      const event = JSON.parse(waiting.shift());
      rows.add(event);
      allowance--;
      shown++;
      if (event.at === sought) seek();
    }
    empty.hidden = rows.size > 0;
    if (waiting.length > 0 && !paused) frame = requestAnimationFrame(draw);
  }

  function passed({ matched, total }) {
    const rest = query === '' ? '' : ` of ${count(total)}`;
    if (paused) {
      missed += Math.max(0, matched - shown);
      pausedFlow();
    } else {
      const one = shown > 0 && matched / shown >= 1.5 ? ` · 1 in ${count(Math.round(matched / shown))} shown` : '';
      flow.textContent = `${count(matched)}${rest} a second${one}`;
    }
    shown = 0;
  }

  const pausedFlow = () => (flow.textContent = `${count(missed)} not shown`);

  function say(sentence) {
    const told = paused && panel.dataset.connection === 'live' ? 'Paused' : sentence;
    if (state.textContent !== told) state.textContent = told;
  }

  function setPaused(to) {
    paused = to;
    missed = waiting.length;
    waiting = [];
    panel.classList.toggle('paused', paused);
    pause.textContent = paused ? 'Go on' : 'Pause';
    pause.setAttribute('aria-pressed', paused);
    say('Live');
    if (paused) pausedFlow();
    else flow.textContent = '';
  }

  /** Marks the row that the address names, if it is there. */
  function seek() {
    sought = parameters.get('at');
    const event = rows.open(sought);
    gone.replaceChildren(...(sought && !event && beside.at !== sought ? [el('bdi', {}, sought), ' is not among these rows any more.'] : []));
    if (event && beside.at !== sought) {
      rows.scrollToOpened();
      beside.open(event);
    }
    if (!event && beside.at !== sought) beside.close();
  }

  /** Other labels alone make the choices anew: one that is being made must not be taken away. */
  function choices() {
    const labels = app.info.labels ?? [];
    if (labels.join('\n') === offered) return;
    offered = labels.join('\n');
    intent.replaceChildren(el('option', { value: '' }, 'any'), ...labels.map((label) => el('option', { value: label }, label)));
    intent.value = parameters.get('intent') ?? '';
  }

  const read = (control) => {
    if (control.checkValidity()) change(control.name, control.type === 'checkbox' ? (control.checked ? 'true' : '') : control.value);
  };
  const afterTyping = afterQuiet(300, () => [...form.elements].filter((control) => control.name).forEach(read));
  form.addEventListener('input', afterTyping);
  form.addEventListener('change', afterTyping);
  const roomy = matchMedia('(min-width: 720px)');
  roomy.addEventListener('change', () => (folded.open = roomy.matches));
  folded.open = roomy.matches;

  return {
    show(now) {
      parameters = now;
      choices();
      for (const name of Object.keys(FITS)) {
        const control = form.elements[name];
        if (control.type === 'checkbox') control.checked = now.get(name) === 'true';
        else if (control !== document.activeElement) control.value = now.get(name) ?? '';
      }
      apply();
      seek();
    },
    hide() {
      connection.abort();
      query = null;
    },
    learned: choices,
    key(event) {
      if (event.key === 'Escape' && beside.at) {
        beside.leave();
      } else if (event.key === ' ' && !event.target.closest('button, summary, a, input')) {
        event.preventDefault();
        setPaused(!paused);
      }
    },
  };
}
