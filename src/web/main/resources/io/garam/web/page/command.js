// Commands for a shell, with what they need filled in, to be copied.

import { el } from './dom.js';

const quoted = (text) => `'${text.replaceAll("'", `'\\''`)}'`;
const word = (text) => (/^[\w@%+=:,./-]+$/.test(text) ? text : quoted(text));

/** Explains one event, whole, from the topic that it was read from. */
export function explainCommand({ modelFolder, bootstrapServers }, at) {
  const [, topic, partition, offset] = /^(.*)-(\d+)@(\d+)$/.exec(at);
  return `garam explain --model ${word(modelFolder)} --bootstrap-server ${word(bootstrapServers)} --topic ${word(topic)} --partition ${partition} --offset ${offset}`;
}

/** Sends one text to the topic that is read. */
export function sendCommand({ inputFormat, textPointer, example, bootstrapServers, inputTopic }) {
  const text = (example?.[0]?.text ?? '...').replaceAll(/\s+/g, ' ');
  const shape = inputFormat === 'text' ? ' --config garam.input.format=text' : textPointer === '/text' ? '' : ` --text-pointer ${word(textPointer)}`;
  return `printf '%s\\n' ${quoted(text)} | garam send --bootstrap-server ${word(bootstrapServers)} --topic ${word(inputTopic)}${shape}`;
}

/** Shows a command with a button that copies it, where the browser lets a page do so. */
export function copyable(command) {
  const copy = el('button', { type: 'button', onclick: async () => {
    await navigator.clipboard.writeText(command);
    copy.textContent = 'Copied';
  } }, 'Copy');
  return el('div', { class: 'command' }, el('pre', { tabindex: 0, role: 'group', 'aria-label': 'Command' }, command), navigator.clipboard ? copy : null);
}
