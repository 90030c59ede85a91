// Elements, numbers, times and addresses. Whatever comes from the server becomes text, never markup.

const counts = new Intl.NumberFormat('en');
const rounded = new Intl.NumberFormat('en', { maximumSignificantDigits: 3 });
const clocks = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' });
const minutes = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });

/** Makes an element: `style` sets properties one by one, `onclick` and the like listen. */
export function el(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name === 'style') {
      for (const [property, to] of Object.entries(value)) element.style.setProperty(property, to);
    } else if (typeof value === 'function') {
      element.addEventListener(name.slice(2), value);
    } else {
      element.setAttribute(name, value === true ? '' : value);
    }
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

export const count = (number) => counts.format(number);

/** A number as people read it: three digits that count below a thousand, whole above. */
export const figure = (number) =>
  number === null || number === undefined ? '–' : Math.abs(number) >= 1000 ? count(Math.round(number)) : rounded.format(number);

export const fraction = (number, digits = 2) => number.toFixed(digits);

/** With its sign, unless it is none when it is rounded. */
export const signed = (number) => {
  const size = Math.abs(number).toFixed(1);
  return Number(size) === 0 ? size : (number < 0 ? '−' : '+') + size;
};

export const clock = (time) => clocks.format(time);

export const minute = (time) => minutes.format(time);

export const milliseconds = (number) =>
  number === null || number === undefined ? '–' : number < 10_000 ? `${number.toFixed(number < 10 ? 1 : 0)} ms` : `${figure(number / 1000)} s`;

/** The address of a view: empty parameters are left out. */
export function address(view, parameters = {}) {
  const query = new URLSearchParams(Object.entries(parameters).filter(([, value]) => value !== '' && value !== null && value !== undefined));
  return `#${view}${query.size ? `?${query}`.replaceAll('%40', '@') : ''}`;
}

/** Calls once things have been quiet for a moment. */
export function afterQuiet(milliseconds, call) {
  let timer;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(call, milliseconds);
  };
}

/** Calls now and again, one call at a time, until the returned function is called. */
export function every(milliseconds, call) {
  let timer;
  let stopped = false;
  (async function again() {
    await call();
    if (!stopped) timer = setTimeout(again, milliseconds);
  })();
  return () => {
    stopped = true;
    clearTimeout(timer);
  };
}
