package io.garam.streams.deadletters;

import io.garam.streams.limits.RecordError;
import io.garam.streams.limits.RecordSize;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * What a replay does with a letter.
 *
 * @param record what is written: the event for its topic, or the letter for another replay; nothing
 *     where neither helps
 * @param obstacle why the event is not sent, to follow a count; null where nothing is in its way
 */
record Dispatch(
    Letter letter,
    Outcome outcome,
    @Nullable ProducerRecord<byte[], byte @Nullable []> record,
    @Nullable String obstacle) {

  /** What becomes of a letter's event. */
  enum Outcome {
    SENT,
    /** It was not asked for, and waits for another replay. */
    KEPT,
    UNSENT
  }

  /**
   * Sends the event.
   *
   * @param event the letter's own record, or the one that it tells of
   * @param time of the event; a producer gives the time itself where there is none
   */
  static Dispatch send(
      Letter letter,
      ConsumerRecord<byte[], byte @Nullable []> event,
      Optional<Instant> time,
      String topic) {
    ProducerRecord<byte[], byte @Nullable []> record =
        new ProducerRecord<>(
            topic, null, time.map(Instant::toEpochMilli).orElse(null), event.key(), event.value());
    for (Header header : event.headers()) {
      if (!DeadLetterHeaders.isOne(header.key())) {
        record.headers().add(header);
      }
    }
    return new Dispatch(letter, Outcome.SENT, record, null);
  }

  /**
   * Keeps a letter that was not asked for. A group's offset is one number for a partition, so to
   * stay before it the letter is written anew, as one that could not be sent is.
   */
  static Dispatch keep(Letter letter) {
    return new Dispatch(letter, Outcome.KEPT, LetterCopy.of(letter), null);
  }

  /** Writes the letter anew behind the end of its partition, where the next replay finds it. */
  static Dispatch putBack(Letter letter, String obstacle) {
    return new Dispatch(
        letter,
        Outcome.UNSENT,
        LetterCopy.of(letter),
        obstacle + " (put back for the next --replay)");
  }

  /** Leaves the letter where it is and moves past it: no replay could send it. */
  static Dispatch passOver(Letter letter, String obstacle) {
    return new Dispatch(letter, Outcome.UNSENT, null, obstacle + " (left where they are)");
  }

  /** Returns what to do instead where the brokers refuse the record. */
  Dispatch refused(RecordError error) {
    ProducerRecord<?, ?> refused = Objects.requireNonNull(record, "what was refused");
    String obstacle = error.obstacle(refused.topic());
    if (outcome == Outcome.SENT) {
      return putBack(letter, obstacle);
    }
    return error == RecordError.TIME && refused.timestamp() != null
        ? new Dispatch(letter, outcome, LetterCopy.now(letter), obstacle)
        : passOver(letter, obstacle);
  }

  /** Returns about how much is written, in bytes. */
  long size() {
    return record == null ? 0 : RecordSize.of(record.key(), record.value(), record.headers());
  }
}
