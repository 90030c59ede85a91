// Requests to the tagger: the token where one is asked for, and errors as sentences.

const KEY = 'garam.token';
let asking = null;

/** What went wrong, in the server's words where it has some. */
export class Problem extends Error {
  constructor(message, status, code) {
    super(message);
    this.status = status;
    this.code = code;
  }

  /** Whether the same request may do better later. */
  get passing() {
    return this.status === 0 || this.status === 408 || this.status === 429 || this.status >= 500;
  }
}

/** Returns the response, once there is one that is not an error. */
export async function request(path, { body, signal } = {}) {
  for (;;) {
    const token = sessionStorage.getItem(KEY);
    const headers = token === null ? {} : { Authorization: `Bearer ${token}` };
    if (body !== undefined) headers['Content-Type'] = 'application/json';
    if (token !== null && !/^[\x20-\x7e]*$/.test(token)) {
      await tokenOtherThan(token);
      continue;
    }
    let response;
    try {
      response = await fetch(path, { method: body === undefined ? 'GET' : 'POST', headers, body: body && JSON.stringify(body), signal, cache: 'no-store' });
    } catch (error) {
      if (error.name === 'AbortError') throw error;
      throw new Problem('The tagger cannot be reached.', 0);
    }
    if (response.status === 401) {
      await tokenOtherThan(token);
    } else if (response.ok) {
      return response;
    } else {
      throw await problem(response);
    }
  }
}

export const json = async (path, options) => (await request(path, options)).json();

async function problem(response) {
  const told = await response.json().catch(() => ({}));
  return new Problem(told.detail ?? told.title ?? `The tagger answered ${response.status}.`, response.status, told.code);
}

/** Several requests may be refused at once: the first asks, the others wait for its answer. */
function tokenOtherThan(refused) {
  if (sessionStorage.getItem(KEY) !== refused) return Promise.resolve();
  asking ??= ask(refused !== null).finally(() => (asking = null));
  return asking;
}

function ask(wrong) {
  const dialog = document.getElementById('token');
  const field = document.getElementById('token-value');
  document.getElementById('token-wrong').textContent = wrong ? 'That token is not the right one.' : '';
  field.value = '';
  dialog.showModal();
  field.focus();
  return new Promise((resolve) => {
    dialog.oncancel = (event) => event.preventDefault();
    dialog.onclose = () => (field.value === '' ? dialog.showModal() : resolve());
    dialog.querySelector('form').onsubmit = () => sessionStorage.setItem(KEY, field.value.trim());
  });
}
