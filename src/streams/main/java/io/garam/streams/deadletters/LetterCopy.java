package io.garam.streams.deadletters;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/** Copy of a letter, written behind the end of its partition, where the next replay finds it. */
final class LetterCopy {

  private LetterCopy() {}

  /** Returns a copy with the letter's own time, if it has one. */
  static ProducerRecord<byte[], byte @Nullable []> of(Letter letter) {
    long time = letter.record().timestamp();
    return at(time < 0 ? null : time, letter);
  }

  /** Returns a copy with the time at which it is written, and the event's own in a header. */
  static ProducerRecord<byte[], byte @Nullable []> now(Letter letter) {
    ProducerRecord<byte[], byte @Nullable []> now = at(null, letter);
    letter
        .time()
        .ifPresent(
            time ->
                now.headers()
                    .remove(DeadLetterHeaders.TIME)
                    .add(
                        DeadLetterHeaders.TIME,
                        Long.toString(time.toEpochMilli()).getBytes(StandardCharsets.UTF_8)));
    return now;
  }

  private static ProducerRecord<byte[], byte @Nullable []> at(@Nullable Long time, Letter letter) {
    ConsumerRecord<byte[], byte @Nullable []> same = letter.record();
    return new ProducerRecord<>(
        same.topic(),
        same.partition(),
        time,
        same.key(),
        same.value(),
        new RecordHeaders(same.headers()));
  }
}
