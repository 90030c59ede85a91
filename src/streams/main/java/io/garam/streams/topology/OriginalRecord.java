package io.garam.streams.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.garam.streams.event.SourcePosition;
import java.util.Arrays;
import java.util.Optional;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * Original record of an event: what its producer wrote to the input topic, whether the tagger reads
 * it there or from the repartition topic. There its last two headers say where it was and under
 * which key, or that the key is still its own. They are found by their place and not by their names
 * alone, so that headers of users pass through whatever they are called.
 *
 * @param position where it was read
 * @param key its own
 * @param headers its own
 */
record OriginalRecord(SourcePosition position, byte @Nullable [] key, Headers headers) {

  /** Header of an event whose key was changed: the key with which it came. */
  static final String KEY = "garam.key";

  /**
   * Header of an event on its way whose key stays. The key itself is not said again: it may be as
   * large as the topic takes.
   */
  static final String SAME_KEY = "garam.key.same";

  private static final int ADDED = 2;

  /**
   * Returns the key with which it goes over the repartition topic: its dialogue, or its own where
   * it names none. Kafka Streams drops what has no key on the way, so where there is neither it is
   * the position.
   */
  byte[] repartitionKey(byte @Nullable [] dialogue) {
    if (dialogue != null) {
      return dialogue;
    }
    return key == null ? positionKey() : key;
  }

  /**
   * Says whether it belongs to no dialogue.
   *
   * @param read the key with which the tagger reads it
   */
  boolean hasNoDialogue(byte @Nullable [] read) {
    return read == null || (key == null && Arrays.equals(read, positionKey()));
  }

  private byte[] positionKey() {
    return position.toString().getBytes(UTF_8);
  }

  /**
   * Returns the headers with which it goes over the repartition topic.
   *
   * @param repartitionKey the key with which it goes
   */
  Headers repartitioned(byte[] repartitionKey) {
    Headers added = new RecordHeaders(headers).add(SourcePosition.HEADER, positionKey());
    return Arrays.equals(key, repartitionKey) ? added.add(SAME_KEY, null) : added.add(KEY, key);
  }

  /**
   * Returns what a record from the repartition topic says of its original; nothing where somebody
   * else has written it.
   *
   * @param read the key with which the tagger reads it
   */
  static Optional<OriginalRecord> of(byte @Nullable [] read, Headers repartitioned) {
    Header[] all = repartitioned.toArray();
    int own = all.length - ADDED;
    if (own < 0 || !all[own].key().equals(SourcePosition.HEADER)) {
      return Optional.empty();
    }
    Header last = all[own + 1];
    boolean same = last.key().equals(SAME_KEY);
    if (!same && !last.key().equals(KEY)) {
      return Optional.empty();
    }
    return SourcePosition.of(new RecordHeaders(new Header[] {all[own]}))
        .map(
            position ->
                new OriginalRecord(
                    position,
                    same ? read : last.value(),
                    new RecordHeaders(Arrays.copyOf(all, own))));
  }

  /**
   * Returns the headers of its output record: its own, and its key where the output has another.
   *
   * @param outputKey the key of the output record
   */
  Headers output(byte @Nullable [] outputKey) {
    if (Arrays.equals(key, outputKey)) {
      return headers;
    }
    Headers changed = new RecordHeaders(headers).remove(KEY);
    return key == null ? changed : changed.add(KEY, key);
  }
}
