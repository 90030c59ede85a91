// Rates: the last hour in figures and charts.

import { json } from './api.js';
import { Chart, colours } from './charts.js';
import { count, el, every, figure, milliseconds } from './dom.js';
import { area } from './labels.js';

const TOP = 8;
const BINS = 20;
const MINUTE_MS = 60_000;

const sum = (numbers) => numbers.reduce((total, number) => total + (number ?? 0), 0);
const latest = (numbers) => numbers.findLast((number) => number !== null && number !== undefined) ?? null;
const greatest = (numbers) => numbers.reduce((most, number) => Math.max(most, number ?? 0), 0);

/** How many events there are a second: in the last minute, or in as much of it as there was. */
export function pace({ events, stepMs }) {
  const steps = events.slice(-Math.round(MINUTE_MS / stepMs));
  const seconds = (steps.length * stepMs) / 1000;
  return {
    perSecond: seconds === 0 ? null : sum(steps) / seconds,
    span: seconds === MINUTE_MS / 1000 ? 'the last minute' : `the first ${seconds === 0 ? stepMs / 1000 : seconds} s`,
  };
}

export default function rates(panel) {
  const tiles = el('div', { class: 'tiles' });
  const problem = el('p', { class: 'problem', role: 'status' });
  const charts = {
    events: new Chart('Events', { unit: 'a second' }),
    intents: new Chart('Intents', { unit: 'a second, stacked' }),
    latency: new Chart('Latency', { unit: 'ms' }),
    confidence: new Chart('Confidence', { unit: 'utterances of the last hour', bars: true, x: 'Confidence' }),
    batch: new Chart('Batch size', { unit: 'utterances' }),
    lag: new Chart('Lag', { unit: 'records not yet read' }),
  };
  panel.append(el('h2', {}, 'The last hour'), problem, tiles, el('div', { class: 'charts' }, Object.values(charts).map((chart) => chart.element)));
  let stop = null;

  async function refresh() {
    try {
      draw(await json('rates'));
      problem.textContent = '';
    } catch (error) {
      problem.textContent = error.message;
    }
  }

  function draw(now) {
    const seconds = now.stepMs / 1000;
    const times = now.events.map((_, step) => (now.from + step * now.stepMs) / 1000);
    const perSecond = (counts) => counts.map((number) => number / seconds);
    const { perSecond: mean, span } = pace(now);
    const all = sum(now.events);
    const part = (number) => (all === 0 ? '–' : `${figure((100 * number) / all)} %`);
    const [p50, p99, batch, lag] = [now.latencyP50Ms, now.latencyP99Ms, now.batchSize, now.lag].map(latest);
    tiles.replaceChildren(
      tile('Events a second', figure(mean), `mean of ${span}`),
      tile('Events', count(all), 'in the last hour'),
      tile('Unknown', part(sum(now.unknown)), `${count(sum(now.unknown))} in the last hour`),
      tile('Dead letters', count(sum(now.deadLetters)), 'in the last hour'),
      tile('Latency', milliseconds(p50), `half are faster; one in a hundred takes over ${milliseconds(p99)}`),
      tile('Batch size', figure(batch), 'utterances at once'),
      tile('Lag', lag === null ? '–' : count(lag), 'records not yet read'));

    const line = (label, index) => ({ label, colour: colours.series(index) });
    charts.events.set([times, ...[now.events, now.unknown, now.deadLetters].map(perSecond)],
      [{ ...line('tagged', 1), fill: colours.right(0.1) }, line('unknown', 2), line('dead letters', 4)],
      `${figure(mean)} a second in ${span}, at most ${figure(greatest(perSecond(now.events)))}.`);
    charts.latency.set([times, now.latencyP50Ms, now.latencyP99Ms], [line('p50', 1), line('p99', 2)],
      `p50 ${milliseconds(p50)}, p99 ${milliseconds(p99)}, at most ${milliseconds(greatest(now.latencyP99Ms))}.`);
    charts.batch.set([times, now.batchSize], [line('mean', 3)], `${figure(batch)} now, at most ${figure(greatest(now.batchSize))}.`);
    charts.lag.set([times, now.lag], [{ ...line('records', 4) }], lag === null ? 'not known.' : `${count(lag)} now, at most ${count(greatest(now.lag))}.`);
    charts.confidence.set([Array.from({ length: BINS }, (_, bin) => bin / BINS), now.confidence], [{ label: 'utterances', colour: colours.series(1), fill: colours.right(0.55) }],
      `${part(sum(now.confidence.slice(-2)))} of the utterances at 0.9 or above.`);
    stack(times, now, perSecond);
  }

  /** Areas are drawn from the highest sum down, so that each covers those below it. */
  function stack(times, now, perSecond) {
    const sorted = Object.entries(now.intents).map(([label, counts]) => [label, perSecond(counts)]).sort((a, b) => sum(b[1]) - sum(a[1]) || (a[0] < b[0] ? -1 : 1));
    const parts = sorted.slice(0, TOP).map(([label, values]) => ({ label, values, colour: () => area(label) }));
    const rest = sorted.slice(TOP);
    if (rest.length > 0) {
      parts.push({ label: `${count(rest.length)} others`, values: times.map((_, step) => sum(rest.map(([, values]) => values[step]))), colour: () => area() });
    }
    const heights = parts.map((_, index) => times.map((__, step) => sum(parts.slice(index).map(({ values }) => values[step]))));
    charts.intents.set([times, ...heights],
      parts.map(({ label, values, colour }) => ({ label, colour, fill: colour, value: (step) => values[step] })),
      `most often ${parts.slice(0, 3).map(({ label }) => label).join(', ')}.`);
  }

  return {
    show() {
      stop ??= every(10_000, refresh);
    },
    hide() {
      stop?.();
      stop = null;
    },
  };
}

function tile(name, number, meaning) {
  return el('div', { class: 'tile' }, el('div', { class: 'name' }, name), el('div', { class: 'figure' }, number), el('div', { class: 'meaning' }, meaning));
}
