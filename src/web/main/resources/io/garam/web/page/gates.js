// The gates of one recurrent layer: units over steps, the same unit at the same height in all maps of a direction, and what is kept to the end.

import { el, fraction } from './dom.js';

const LETTER = 7.6;
const NARROWEST = 34;
const LONGEST = 18;

const mean = (numbers) => numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
const wide = /[\u1100-\u115f\u2e80-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\uff00-\uff60]/u;

/** @param level of the heading */
export function gates(layer, level) {
  const { name, cell, units, steps, directions } = layer;
  const names = steps.map((step) => (step.trim() === '' ? '␣' : step.length > LONGEST ? `${step.slice(0, LONGEST - 1)}…` : step));
  const cells = (text) => [...text].reduce((sum, letter) => sum + (wide.test(letter) ? 2 : 1), 0);
  const width = Math.max(NARROWEST, ...names.map((step) => cells(step) * LETTER + 14));
  const readout = el('output', { class: 'readout' });
  const bands = directions.flatMap((direction) => {
    const arrow = directions.length === 1 ? '' : `${direction.name}, `;
    const order = unitOrder(direction);
    return [
      ...direction.gates.flatMap((gate) => heat(`${arrow}${gate.name} gate`, gate.openings, order, steps, readout)),
      ...(direction.kept.length === 0 ? [] : kept(`${arrow}kept to the end`, direction.kept)),
    ];
  });
  const title = `${name.charAt(0).toUpperCase()}${name.slice(1)}: ${cell} of ${units} units`;
  return el('section', { class: 'layer' },
    el(`h${level}`, { class: 'small' }, title),
    bands.length === 0 ? el('p', { class: 'note' }, 'This cell has no gates.') :
      el('div', { class: 'wide', tabindex: 0, role: 'group', 'aria-label': `${title}: gates` },
        el('div', { class: 'bands', style: { '--steps': steps.length, '--width': `${Math.round(width)}px` } },
          el('span', { class: 'band-name' }), names.map((step, index) => el('span', { class: 'step', title: steps[index] }, step)), bands)),
    readout);
}

/** The units of a direction, the one first whose state is kept most: by its first gate, which forgets or updates. */
export function unitOrder({ gates: [keeping] }) {
  return keeping === undefined ? [] : keeping.openings[0].map((_, unit) => unit)
    .sort((a, b) => meanOf(keeping.openings, b) - meanOf(keeping.openings, a));
}

const meanOf = (openings, unit) => mean(openings.map((step) => step[unit]));

/** A gate's map is one gradient a step, so that it follows the colours of the page by itself. */
function heat(name, openings, order, steps, readout) {
  const units = order.map((unit) => ({ unit, open: meanOf(openings, unit) }));
  const means = openings.map(mean);
  const columns = openings.map((step) => {
    const stops = units.map(({ unit }, row) => {
      const edges = `${(row / units.length) * 100}% ${((row + 1) / units.length) * 100}%`;
      return `rgb(var(--heat) / ${fraction(step[unit], 3)}) ${edges}`;
    });
    return el('span', { class: 'column', style: { 'background-image': `linear-gradient(${stops.join(', ')})` } });
  });
  const map = el('div', {
    class: 'map', role: 'img', tabindex: 0,
    'aria-label': `${name}, mean opening: ${steps.map((step, index) => `${step} ${fraction(means[index])}`).join(', ')}`,
  }, columns);
  let [step, row] = [0, 0];
  const say = () => {
    const { unit } = units[row];
    readout.replaceChildren(`${name}, `, el('bdi', {}, steps[step]), `: unit ${unit} is open ${fraction(openings[step][unit])} (${fraction(units[row].open)} over all steps)`);
    map.style.setProperty('--row', (row + 0.5) / units.length);
    columns.forEach((column, index) => column.classList.toggle('at', index === step));
  };
  const leave = () => columns.forEach((column) => column.classList.remove('at'));
  map.addEventListener('pointermove', (event) => {
    const over = columns.indexOf(event.target);
    if (over < 0) return;
    step = over;
    row = Math.max(0, Math.min(units.length - 1, Math.floor((event.offsetY / map.clientHeight) * units.length)));
    say();
  });
  map.addEventListener('keydown', (event) => {
    const move = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
    if (!move) return;
    event.preventDefault();
    step = Math.max(0, Math.min(steps.length - 1, step + move[0]));
    row = Math.max(0, Math.min(units.length - 1, row + move[1]));
    say();
  });
  map.addEventListener('focus', say);
  map.addEventListener('blur', leave);
  map.addEventListener('pointerleave', leave);
  return [el('span', { class: 'band-name' }, name), map, el('span', { class: 'band-name' }), ...means.map((value) => el('span', { class: 'mean' }, fraction(value)))];
}

function kept(name, shares) {
  return [el('span', { class: 'band-name' }, name),
    ...shares.map((share) => el('span', { class: 'kept', style: { '--share': share } }, `${Math.round(share * 100)} %`))];
}
