package io.garam.streams.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.garam.streams.deadletters.DeadLetterHeaders;
import io.garam.streams.event.UntaggableEventException;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.jspecify.annotations.Nullable;

/**
 * The record that a dead-letter topic keeps of an event: its original key, value, headers and
 * timestamp, and {@link DeadLetterHeaders}, so that tools made for Kafka Streams' own dead letters
 * read these.
 */
final class DeadLetter {

  private DeadLetter() {}

  /**
   * Returns the record to send.
   *
   * @param maxRequestSize the largest record that the producer accepts, in bytes; where the
   *     original does not fit, its value is left out and the reason says so
   */
  static ProducerRecord<byte[], byte @Nullable []> of(
      String topic,
      ErrorHandlerContext origin,
      UntaggableEventException reason,
      int maxRequestSize) {
    ProducerRecord<byte[], byte @Nullable []> whole =
        letter(topic, origin, origin.sourceRawValue(), reason, reason.reason());
    if (RecordSize.of(whole.key(), whole.value(), whole.headers()) <= maxRequestSize) {
      return whole;
    }
    return letter(
        topic, origin, null, reason, reason.reason() + " " + DeadLetterHeaders.VALUE_LEFT_OUT);
  }

  private static ProducerRecord<byte[], byte @Nullable []> letter(
      String topic,
      ErrorHandlerContext origin,
      byte @Nullable [] value,
      UntaggableEventException reason,
      String message) {
    ProducerRecord<byte[], byte @Nullable []> letter =
        new ProducerRecord<>(
            topic, null, origin.timestamp(), origin.sourceRawKey(), value, origin.headers());
    String exception = UntaggableEventException.class.getName();
    letter
        .headers()
        .add(DeadLetterHeaders.EXCEPTION, exception.getBytes(UTF_8))
        .add(DeadLetterHeaders.REASON, reason.code().code().getBytes(UTF_8))
        .add(DeadLetterHeaders.MESSAGE, message.getBytes(UTF_8))
        .add(DeadLetterHeaders.STACKTRACE, (exception + ": " + message).getBytes(UTF_8))
        .add(DeadLetterHeaders.TOPIC, origin.topic().getBytes(UTF_8))
        .add(DeadLetterHeaders.PARTITION, Integer.toString(origin.partition()).getBytes(UTF_8))
        .add(DeadLetterHeaders.OFFSET, Long.toString(origin.offset()).getBytes(UTF_8));
    return letter;
  }
}
