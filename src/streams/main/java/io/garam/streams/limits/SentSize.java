package io.garam.streams.limits;

/**
 * Sizes of a record as it is sent, in a batch of its own. Whoever does not know a topic's
 * configuration does not know which of them its brokers mind, since they may compress otherwise
 * than the producer.
 *
 * @param uncompressed in bytes, as {@link BatchSize#uncompressed}
 * @param sent in bytes, as the producer compresses
 */
record SentSize(int uncompressed, int sent) {

  /** Says whether both are at least as large as those of another. */
  boolean contains(SentSize other) {
    return uncompressed >= other.uncompressed && sent >= other.sent;
  }
}
