// How the tagger is, in a few words.

import { clock } from './dom.js';

/** Brokers that do not answer come first: Kafka Streams takes itself for running without them. */
export function describe({ state, brokersSilentSince }) {
  return brokersSilentSince
    ? { name: 'SILENT', words: `brokers do not answer since ${clock(Date.parse(brokersSilentSince))}` }
    : { name: state, words: state.toLowerCase().replaceAll('_', ' ') };
}
