package io.garam.app.poison;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.garam.streams.event.ReasonCode;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;

/**
 * A record that has stopped a tagger, or looks as if it could.
 *
 * @param name which one
 * @param time in milliseconds, null for the time when it is sent
 * @param fate the code of its dead letter, or {@link #TAGGED} or {@link #SKIPPED}
 */
record Poison(
    String name,
    byte @Nullable [] key,
    byte @Nullable [] value,
    List<Header> headers,
    @Nullable Long time,
    String fate) {

  static final String TAGGED = "tagged";
  static final String SKIPPED = "skipped";

  /** The header that says which poison it is, also in the output. */
  static final String NAME = "poison";

  private static final byte[] KEY = "poison".getBytes(UTF_8);
  private static final byte[] EVENT = event("안녕하세요");

  static byte[] event(String text) {
    return ("{\"text\":\"" + text + "\"}").getBytes(UTF_8);
  }

  static Poison value(String name, String value, String fate) {
    return value(name, value.getBytes(UTF_8), fate);
  }

  static Poison value(String name, byte[] value, String fate) {
    return new Poison(name, KEY, value, List.of(), null, fate);
  }

  static Poison key(String name, byte @Nullable [] key, String fate) {
    return new Poison(name, key, EVENT, List.of(), null, fate);
  }

  static Poison headers(String name, List<Header> headers, String fate) {
    return new Poison(name, KEY, EVENT, headers, null, fate);
  }

  static Poison time(String name, long time, String fate) {
    return new Poison(name, KEY, EVENT, List.of(), time, fate);
  }

  /** Says that a topic of an hour's limit does not take it. */
  static Poison aYearAhead() {
    return time(
        "a time a year ahead",
        System.currentTimeMillis() + Duration.ofDays(365).toMillis(),
        ReasonCode.TIME_REFUSED.code());
  }

  Poison tombstone() {
    return new Poison(name, key, null, headers, time, fate);
  }

  static Header header(String key, byte @Nullable [] value) {
    return new RecordHeader(key, value);
  }

  ProducerRecord<byte[], byte[]> record(String topic) {
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(topic, null, time, key, value, headers);
    record.headers().add(NAME, name.getBytes(UTF_8));
    return record;
  }
}
