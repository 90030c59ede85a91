package io.garam.streams.deadletters;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.garam.streams.event.SourcePosition;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * Dead letter, as a record of its topic. Anybody may write to such a topic, so each of its headers
 * may be missing or nonsense.
 */
public record Letter(ConsumerRecord<byte[], byte @Nullable []> record) {

  private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9-]{0,39}");

  /** Returns where the letter itself is. */
  public SourcePosition place() {
    return SourcePosition.of(record);
  }

  /** Returns the event's key, null for none. */
  public byte @Nullable [] key() {
    return record.key();
  }

  /** Returns the event's value, null where it has none or it was left out. */
  public byte @Nullable [] value() {
    return record.value();
  }

  /** Returns how many bytes the value has in the topic, of which less may be kept here. */
  public int valueBytes() {
    byte[] value = value();
    return value == null ? 0 : Math.max(value.length, record.serializedValueSize());
  }

  /** Returns the topic that the event came from, or nothing if this is no dead letter. */
  public Optional<String> topic() {
    return header(DeadLetterHeaders.TOPIC);
  }

  /** Returns where the event came from, or nothing if the headers do not say. */
  public Optional<SourcePosition> source() {
    return topic()
        .flatMap(
            topic ->
                number(DeadLetterHeaders.PARTITION)
                    .filter(partition -> partition <= Integer.MAX_VALUE)
                    .flatMap(
                        partition ->
                            number(DeadLetterHeaders.OFFSET)
                                .map(
                                    offset ->
                                        SourcePosition.of(topic, partition.intValue(), offset))));
  }

  /** Returns why the event could not be tagged, or nothing if the headers do not say. */
  public Optional<String> reason() {
    return header(DeadLetterHeaders.MESSAGE);
  }

  /**
   * Returns the reason's code, see {@link io.garam.streams.event.ReasonCode}: nothing for a letter
   * that an earlier version wrote, or if the header cannot be a code.
   */
  public Optional<String> code() {
    return header(DeadLetterHeaders.REASON).filter(code -> CODE.matcher(code).matches());
  }

  /** Returns the time of the event, or nothing if it has none. */
  public Optional<Instant> time() {
    return number(DeadLetterHeaders.TIME)
        .or(() -> Optional.of(record.timestamp()).filter(time -> time >= 0))
        .map(Instant::ofEpochMilli);
  }

  /**
   * Returns whether a part of the event was too large for the letter. Letters of earlier versions
   * say so at the end of their reason.
   */
  public boolean isIncomplete() {
    return header(DeadLetterHeaders.LEFT_OUT).isPresent()
        || (record.value() == null
            && reason()
                .filter(reason -> reason.endsWith(DeadLetterHeaders.VALUE_LEFT_OUT))
                .isPresent());
  }

  private Optional<Long> number(String key) {
    return header(key)
        .filter(text -> text.matches("\\d{1,19}"))
        .map(BigInteger::new)
        .filter(number -> number.bitLength() < Long.SIZE)
        .map(BigInteger::longValue);
  }

  private Optional<String> header(String key) {
    Header header = record.headers().lastHeader(key);
    return header == null || header.value() == null
        ? Optional.empty()
        : Optional.of(new String(header.value(), UTF_8));
  }
}
