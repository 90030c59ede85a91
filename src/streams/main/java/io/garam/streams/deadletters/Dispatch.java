package io.garam.streams.deadletters;

import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * What a replay does with a letter.
 *
 * @param record what is written: the event for its topic, or the letter for another replay; nothing
 *     where neither helps
 * @param obstacle why the event is not sent, to follow a count; null where it is
 */
record Dispatch(
    Letter letter,
    @Nullable ProducerRecord<byte[], byte @Nullable []> record,
    @Nullable String obstacle) {

  /**
   * Sends the event.
   *
   * @param event the letter's own record, or the one that it tells of
   */
  static Dispatch send(
      Letter letter, ConsumerRecord<byte[], byte @Nullable []> event, String topic) {
    ProducerRecord<byte[], byte @Nullable []> record =
        new ProducerRecord<>(topic, null, time(event), event.key(), event.value());
    for (Header header : event.headers()) {
      if (!DeadLetterHeaders.isOne(header.key())) {
        record.headers().add(header);
      }
    }
    return new Dispatch(letter, record, null);
  }

  /** Writes the letter anew behind the end of its partition, where the next replay finds it. */
  static Dispatch putBack(Letter letter, String obstacle) {
    ConsumerRecord<byte[], byte @Nullable []> same = letter.record();
    return new Dispatch(
        letter,
        new ProducerRecord<>(
            same.topic(),
            same.partition(),
            time(same),
            same.key(),
            same.value(),
            new RecordHeaders(same.headers())),
        obstacle + " (put back for the next --replay)");
  }

  /** Leaves the letter where it is and moves past it: no replay could send it. */
  static Dispatch passOver(Letter letter, String obstacle) {
    return new Dispatch(letter, null, obstacle + " (left where they are)");
  }

  /** Returns what to do instead where the brokers find the record too large. */
  Dispatch refused() {
    String topic = Objects.requireNonNull(record, "what was refused").topic();
    String obstacle = "too large for the topic " + topic;
    return this.obstacle == null ? putBack(letter, obstacle) : passOver(letter, obstacle);
  }

  /** Returns about how much is written, in bytes. */
  long size() {
    return record == null ? 0 : length(record.key()) + length(record.value());
  }

  private static long length(byte @Nullable [] bytes) {
    return bytes == null ? 0 : bytes.length;
  }

  /** A producer gives the time itself where there is none. */
  private static @Nullable Long time(ConsumerRecord<?, ?> record) {
    return record.timestamp() < 0 ? null : record.timestamp();
  }
}
