// Charts by uPlot in the page's colours, with a sentence each for those who do not see them.

import uPlot from './uplot.js';
import { el, figure, minute } from './dom.js';

const HEIGHT = 190;

/** A chart of time shows as much at least, and marks whole minutes, so that no two marks read the same. */
const SHORTEST_SECONDS = 600;
const MARKS = [60, 120, 300, 600, 900, 1800, 3600];

const css = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

/** A figure whose chart is made anew when its series or the colours change, and else only filled. */
export class Chart {
  #title;
  #options;
  #plot = null;
  #place = el('div', { class: 'plot' });
  #caption = el('p', { class: 'hidden' });
  #shape = null;
  #data = null;

  constructor(title, options = {}) {
    this.#title = title;
    this.#options = options;
    this.element = el('figure', { class: 'chart' }, el('figcaption', {}, title, options.unit ? el('span', { class: 'soft' }, ` ${options.unit}`) : null), this.#caption, this.#place);
    new ResizeObserver(() => this.#plot?.setSize(this.#size())).observe(this.#place);
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => this.#draw(true));
  }

  /** @param series of {label, colour, value} in the order of the rows of `data` after the first */
  set(data, series, summary) {
    this.#data = data;
    this.series = series;
    this.#caption.textContent = `${this.#title}: ${summary}`;
    this.#draw(false);
  }

  #size() {
    return { width: Math.max(200, this.#place.clientWidth), height: HEIGHT };
  }

  #draw(anew) {
    if (this.#data === null) return;
    const shape = this.series.map(({ label }) => label).join('\n');
    if (this.#plot && !anew && shape === this.#shape) {
      this.#plot.setData(this.#data);
      return;
    }
    this.#shape = shape;
    this.#plot?.destroy();
    this.#place.replaceChildren();
    this.#plot = new uPlot(this.#uplotOptions(), this.#data, this.#place);
    this.#plot.root.setAttribute('aria-hidden', 'true');
  }

  #uplotOptions() {
    const { bars = false, floor = 1, x } = this.#options;
    /** Without a pointer over the chart, its legend says how things stand now. */
    const now = () => this.#data[0].length - 1;
    const of = (index, step) => {
      const row = this.#data[index + 1];
      if (bars && step === null) return row.reduce((sum, number) => sum + number, 0);
      return this.series[index].value ? this.series[index].value(step ?? now()) : row[step ?? row.findLastIndex((number) => number !== null)];
    };
    const when = (step) => {
      const at = this.#data[0][step ?? now()] ?? 0;
      return !bars ? minute(at * 1000) : step === null ? 'any' : `${at.toFixed(2)} to ${(at + 0.05).toFixed(2)}`;
    };
    const axis = { stroke: css('--soft'), font: '11px system-ui, sans-serif', grid: { stroke: css('--line'), width: 1 }, ticks: { show: false } };
    return {
      ...this.#size(),
      padding: [8, 12, 0, 0],
      cursor: { drag: { x: false, y: false }, sync: bars ? undefined : { key: 'rates' }, points: bars ? { show: false } : {} },
      scales: { x: { time: !bars, range: bars ? [0, 1] : span }, y: { range: (_, __, greatest) => [0, Math.max(floor, (greatest || 0) * 1.08)] } },
      axes: [
        { ...axis, size: 28, gap: 5, grid: { show: false }, ...(bars ? {} : { incrs: MARKS }), values: (_, splits) => splits.map(bars ? (at) => String(at) : (at) => minute(at * 1000)) },
        { ...axis, size: 46, gap: 4, space: 34, values: (_, splits) => splits.map(figure) },
      ],
      series: [
        { label: x ?? 'Time', value: (_, __, ___, step) => when(step) },
        ...this.series.map(({ label, colour, fill }, index) => ({
          label, stroke: colour(), width: 1.5, fill: fill?.(), points: { show: false }, spanGaps: false,
          ...(bars ? { paths: uPlot.paths.bars({ size: [0.86], align: 1, radius: 0.12 }), width: 0 } : {}),
          value: (_, __, ___, step) => figure(of(index, step)),
        })),
      ],
    };
  }
}

export const colours = { series: (index) => () => css(`--series-${index}`), right: (share) => () => `rgb(${css('--right')} / ${share})` };

/** From the first step to the last; without any, up to now. */
function span(_, first, last) {
  const end = last ?? Date.now() / 1000;
  return [Math.min(first ?? end, end - SHORTEST_SECONDS), end];
}
