// Commands for a shell, with what they need filled in, to be copied.

import { el } from './dom.js';

const quoted = (text) => `'${text.replaceAll("'", `'\\''`)}'`;
const word = (text) => (/^[\w@%+=:,./-]+$/.test(text) ? text : quoted(text));

/** Explains one event, whole, from the topic that it was read from. */
export function explainCommand({ modelFolder, bootstrapServers }, at) {
  const [, topic, partition, offset] = /^(.*)-(\d+)@(\d+)$/.exec(at);
  return `garam explain --model ${word(modelFolder)} --bootstrap-server ${word(bootstrapServers)} --topic ${word(topic)} --partition ${partition} --offset ${offset}`;
}

/** Sends one event to the topic that is read, by the client that comes with Kafka. */
export function sendCommand({ event, example, bootstrapServers, inputTopic }) {
  const text = example?.[0]?.text;
  const said = text === undefined ? '...' : event === '...' ? text.replaceAll(/\s+/g, ' ') : JSON.stringify(text).slice(1, -1);
  return `printf '%s\\n' ${quoted(event.replace('...', () => said))} | kafka-console-producer.sh --bootstrap-server ${word(bootstrapServers)} --topic ${word(inputTopic)}`;
}

/** Shows a command with a button that copies it, where the browser lets a page do so. */
export function copyable(command) {
  const copy = el('button', { type: 'button', onclick: async () => {
    await navigator.clipboard.writeText(command);
    copy.textContent = 'Copied';
  } }, 'Copy');
  return el('div', { class: 'command' }, el('pre', { tabindex: 0, role: 'group', 'aria-label': 'Command' }, command), navigator.clipboard ? copy : null);
}
