package io.garam.streams.deadletters;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;

/** Letters for tests. */
final class Letters {

  static final long TIME = 1_700_000_000_000L;

  private Letters() {}

  /** Returns a letter of {@code dead-3@17} with the key {@code d1}. */
  static Letter of(String value, long time, String... headers) {
    RecordHeaders all = new RecordHeaders();
    for (int i = 0; i < headers.length; i += 2) {
      all.add(headers[i], headers[i + 1] == null ? null : headers[i + 1].getBytes(UTF_8));
    }
    return new Letter(
        new ConsumerRecord<>(
            "dead",
            3,
            17,
            time,
            TimestampType.CREATE_TIME,
            2,
            0,
            "d1".getBytes(UTF_8),
            value == null ? null : value.getBytes(UTF_8),
            all,
            Optional.empty()));
  }

  /** Returns a whole letter of an event from {@code utterances-1@42}. */
  static Letter whole(String value) {
    return of(
        value,
        TIME,
        "trace",
        "1",
        DeadLetterHeaders.TOPIC,
        "utterances",
        DeadLetterHeaders.PARTITION,
        "1",
        DeadLetterHeaders.OFFSET,
        "42",
        DeadLetterHeaders.REASON,
        "no-text",
        DeadLetterHeaders.MESSAGE,
        "why");
  }
}
