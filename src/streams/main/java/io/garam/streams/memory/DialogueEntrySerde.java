package io.garam.streams.memory;

import org.apache.kafka.common.serialization.Serdes;

/**
 * Serde of entries, which are these bytes, big-endian:
 *
 * <pre>
 * version     1 byte
 * time        8 bytes, in every version
 * model       1 byte of length, UTF-8
 * utterances  4 bytes, how many the memory holds
 * speaker     2 bytes of length or -1 if not known, UTF-8
 * ids         1 byte of count, 8 bytes each
 * state       4 bytes of count, 4 bytes each
 * </pre>
 */
final class DialogueEntrySerde extends Serdes.WrapperSerde<DialogueEntry> {

  static final byte VERSION = 1;

  /** The length of a speaker's name where there is none. */
  static final short NOT_KNOWN = -1;

  DialogueEntrySerde() {
    super(new DialogueEntrySerializer(), new DialogueEntryDeserializer());
  }
}
