// The page itself: which view is shown, what the tagger is, and the keys that work everywhere.

import { json } from './api.js';
import { el, every } from './dom.js';
import { learn } from './labels.js';
import deadLetters from './dead-letters.js';
import dialogue from './dialogue.js';
import live from './live.js';
import rates from './rates.js';
import { describe } from './state.js';
import tryIt from './try.js';

/** Panels have other ids than views, or the browser would take the focus to one that an address names. */
const makers = { live, try: tryIt, rates, 'dead-letters': deadLetters, dialogue };
const views = {};
const app = { info: null };
/** What a process without a stream, garam serve, has. */
const WITHOUT_STREAM = ['try'];
let tabs = [...document.querySelectorAll('[role=tab]')];
const state = document.getElementById('state');
let current = null;

function route() {
  const [name, query = ''] = location.hash.slice(1).split(/\?(.*)/s);
  const there = tabs.map((tab) => tab.id.replace('tab-', ''));
  const view = there.includes(name) ? name : there[0];
  if (current !== view) {
    if (current) views[current].hide?.();
    for (const tab of tabs) {
      const chosen = tab.id === `tab-${view}`;
      tab.setAttribute('aria-selected', chosen);
      tab.tabIndex = chosen ? 0 : -1;
      document.getElementById(tab.getAttribute('aria-controls')).hidden = !chosen;
      if (chosen) document.title = `${tab.textContent} · Garam`;
    }
    current = view;
  }
  views[view] ??= makers[view](document.getElementById(`panel-${view}`), app);
  views[view].show(new URLSearchParams(query));
}

function sayState(info) {
  const { name, words } = describe(info);
  if (state.textContent !== words) state.textContent = words;
  state.dataset.state = name;
}

function introduce(info) {
  const labels = JSON.stringify(info.labels);
  const known = JSON.stringify(app.info?.labels);
  app.info = info;
  sayState(info);
  document.getElementById('model').replaceChildren(
    el('span', { class: 'fact' }, `${info.model.name} ${info.model.version}`),
    el('span', { class: 'fact code', title: 'Digest of the model' }, info.model.digest.slice(0, 16)),
    ...(info.stream ? [el('span', { class: 'fact' }, `${info.inputTopic} → ${info.outputTopic}`), el('span', { class: 'fact' }, info.application)] : []));
  const privacy = document.getElementById('privacy');
  privacy.hidden = info.texts === 'full';
  privacy.textContent = info.texts === 'masked'
    ? 'This tagger shows no letters of what was said: each stands as •.'
    : 'This tagger does not show what was said.';
  if (labels !== known) {
    learn(info.labels);
    Object.values(views).forEach((view) => view.learned?.());
  }
}

/** What needs a stream is not there, rather than empty, where there is none. */
function keepTabs({ stream }) {
  if (stream) return;
  tabs = tabs.filter((tab) => {
    const kept = WITHOUT_STREAM.includes(tab.id.replace('tab-', ''));
    if (!kept) tab.remove();
    return kept;
  });
}

const pause = () => new Promise((resolve) => setTimeout(resolve, 3000));

/** Waits for a tagger that is still starting, then keeps up with its model and state. */
function start() {
  every(5000, async () => {
    for (;;) {
      try {
        const first = app.info === null;
        const info = await json('info');
        if (info.model === undefined) {
          sayState(info);
          await pause();
          continue;
        }
        introduce(info);
        if (first) {
          keepTabs(app.info);
          addEventListener('hashchange', route);
          route();
        }
        return;
      } catch (error) {
        state.textContent = error.message;
        state.dataset.state = 'LOST';
        if (app.info !== null) return;
        await pause();
      }
    }
  });
}

document.querySelector('[role=tablist]').addEventListener('keydown', (event) => {
  const at = tabs.indexOf(document.activeElement);
  const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 }[event.key];
  if (event.key === ' ') {
    event.preventDefault();
    document.activeElement.click();
  } else if (to !== undefined && at >= 0) {
    event.preventDefault();
    const tab = tabs.at(to % tabs.length);
    tab.focus();
    tab.click();
  }
});

document.querySelector('.skip').addEventListener('click', (event) => {
  event.preventDefault();
  document.getElementById('main').focus();
});

addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector('dialog[open]')) return;
  if (event.target.closest('input:not([type=checkbox]), textarea, select')) return;
  if (event.key === '?') document.getElementById('keys').showModal();
  else if (current) views[current].key?.(event);
});

start();
