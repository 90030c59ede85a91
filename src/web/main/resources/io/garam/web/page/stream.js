// Server-sent events read with fetch, which can send a token, as EventSource cannot.

import { request } from './api.js';

const QUIET_MS = 25_000;
const LONGEST_WAIT_MS = 30_000;

/**
 * Reads until `signal` ends it, and connects again, later each time, when the connection is lost.
 *
 * @param on calls by name of event, with its data as text; `state` is told how things stand
 */
export async function follow(path, signal, on) {
  let failures = 0;
  while (!signal.aborted) {
    let why = 'Connection lost';
    try {
      on.state('connecting', 'Connecting…');
      await read(path, signal, (name, data) => {
        failures = 0;
        if (name === 'ended') why = 'The tagger has ended the stream';
        on[name]?.(data);
      }, () => on.state('live', 'Live'));
    } catch (error) {
      if (signal.aborted) return;
      if (error.status) why = error.message.replace(/\.$/, '');
      if (error.status && !error.passing) {
        on.state('refused', `${why}.`);
        return;
      }
    }
    if (signal.aborted) return;
    const wait = Math.min(LONGEST_WAIT_MS, 1000 * 2 ** failures++);
    on.state('lost', `${why}; trying again in ${wait / 1000} s`);
    await pause(wait, signal);
  }
}

async function read(path, signal, dispatch, connected) {
  const quiet = new AbortController();
  let timer;
  const heard = () => {
    clearTimeout(timer);
    timer = setTimeout(() => quiet.abort(), QUIET_MS);
  };
  const forward = () => quiet.abort();
  signal.addEventListener('abort', forward);
  try {
    const response = await request(path, { signal: quiet.signal });
    connected();
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    const parse = parser(dispatch);
    heard();
    for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
      heard();
      parse(chunk.value);
    }
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', forward);
  }
}

/** Returns what takes chunks of a stream and calls for each whole event; comments are passed over. */
function parser(dispatch) {
  let rest = '';
  let name = 'message';
  let data = [];
  return (chunk) => {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop();
    for (const raw of lines) {
      const line = raw.endsWith('\r') ? raw.slice(0, -1) : raw;
      if (line === '') {
        if (data.length > 0) dispatch(name, data.join('\n'));
        name = 'message';
        data = [];
      } else if (line.startsWith('event:')) {
        name = line.slice(6).trim();
      } else if (line.startsWith('data:')) {
        data.push(line.slice(5).replace(/^ /, ''));
      }
    }
  };
}

function pause(milliseconds, signal) {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    }, { once: true });
  });
}
