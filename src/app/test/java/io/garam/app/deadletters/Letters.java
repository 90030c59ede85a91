package io.garam.app.deadletters;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.garam.streams.deadletters.DeadLetterHeaders;
import io.garam.streams.deadletters.Letter;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;

/** Dead letters as a tagger writes them, for tests that have none. */
final class Letters {

  private Letters() {}

  static Letter read(long timestamp, byte[] key, byte[] value, Headers headers) {
    return new Letter(
        new ConsumerRecord<>(
            "dead",
            1,
            7,
            timestamp,
            TimestampType.CREATE_TIME,
            0,
            0,
            key,
            value,
            headers,
            Optional.empty()));
  }

  static Letter withReason(long timestamp, String reason) {
    return read(
        timestamp, null, null, new RecordHeaders().add(DeadLetterHeaders.MESSAGE, bytes(reason)));
  }

  static Letter withCode(String code, String reason) {
    return read(
        0,
        null,
        null,
        new RecordHeaders()
            .add(DeadLetterHeaders.REASON, bytes(code))
            .add(DeadLetterHeaders.MESSAGE, bytes(reason)));
  }

  static Headers headers(String topic, int partition, long offset, String reason) {
    return new RecordHeaders()
        .add(DeadLetterHeaders.MESSAGE, bytes(reason))
        .add(DeadLetterHeaders.TOPIC, bytes(topic))
        .add(DeadLetterHeaders.PARTITION, bytes(Integer.toString(partition)))
        .add(DeadLetterHeaders.OFFSET, bytes(Long.toString(offset)));
  }

  /** Returns a letter to send. */
  static ProducerRecord<byte[], byte[]> written(
      String deadLetterTopic, String from, String key, String value) {
    ProducerRecord<byte[], byte[]> letter =
        new ProducerRecord<>(deadLetterTopic, null, 1_000_000L, bytes(key), bytes(value));
    headers(from, 0, 0, "Expected better.").forEach(letter.headers()::add);
    return letter;
  }

  /** Returns a letter to send, with the code of its reason. */
  static ProducerRecord<byte[], byte[]> written(
      String deadLetterTopic, String from, String key, String value, String code) {
    ProducerRecord<byte[], byte[]> letter = written(deadLetterTopic, from, key, value);
    letter.headers().add(DeadLetterHeaders.REASON, bytes(code));
    return letter;
  }

  static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }
}
