package io.garam.streams.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.garam.streams.batching.TimeRefusalHeader;
import io.garam.streams.deadletters.DeadLetterHeaders;
import io.garam.streams.event.ReasonCode;
import io.garam.streams.event.SourcePosition;
import io.garam.streams.event.UntaggableEventException;
import io.garam.streams.limits.OutputLimits;
import io.garam.streams.limits.RecordSize;
import io.garam.streams.memory.Identifiers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.jspecify.annotations.Nullable;

/**
 * The record that a dead-letter topic keeps of an event: its original key, value, headers and
 * timestamp, and {@link DeadLetterHeaders}, so that tools made for Kafka Streams' own dead letters
 * read these. What does not fit is left out in steps, and a header says so.
 */
final class DeadLetter {

  private static final int LONGEST_MESSAGE = 2_000;
  private static final int LONGEST_HEADER = 1_024;
  private static final int LONGEST_HEADERS = 16 * LONGEST_HEADER;

  /** What is kept of an event, from all to next to nothing. */
  enum Content {
    WHOLE,
    WITHOUT_VALUE,
    WITH_SMALL_HEADERS,
    SMALLEST
  }

  private final ErrorHandlerContext origin;
  private final OriginalRecord original;
  private final UntaggableEventException reason;
  private final OutputLimits limits;

  private DeadLetter(
      ErrorHandlerContext origin,
      OriginalRecord original,
      UntaggableEventException reason,
      OutputLimits limits) {
    this.origin = origin;
    this.original = original;
    this.reason = reason;
    this.limits = limits;
  }

  /**
   * Returns the record to send, as much of the event as the topic takes; empty if it takes not even
   * the smallest.
   *
   * @param original the event as it came
   * @param most the most to keep of the event
   * @param now the time of day in milliseconds, for an event whose own time the topic does not take
   */
  static Optional<ProducerRecord<byte[], byte @Nullable []>> of(
      String topic,
      ErrorHandlerContext origin,
      OriginalRecord original,
      UntaggableEventException reason,
      OutputLimits limits,
      Content most,
      long now) {
    DeadLetter letter = new DeadLetter(origin, original, reason, limits);
    // Of such an event only the beginning was read.
    boolean cut = reason.code() == ReasonCode.EVENT_TOO_LARGE;
    for (Content content : Content.values()) {
      if (content.compareTo(most) >= 0 && !(cut && content == Content.WHOLE)) {
        ProducerRecord<byte[], byte @Nullable []> record = letter.record(topic, content, now);
        if (limits.takesDeadLetter(record.key(), record.value(), record.headers())) {
          return Optional.of(record);
        }
      }
    }
    return Optional.empty();
  }

  private ProducerRecord<byte[], byte @Nullable []> record(
      String topic, Content content, long now) {
    List<String> leftOut = new ArrayList<>();
    byte[] value = origin.sourceRawValue();
    String message = cut(reason.reason());
    if (content != Content.WHOLE && value != null) {
      value = null;
      leftOut.add("value");
      message += " " + DeadLetterHeaders.VALUE_LEFT_OUT;
    }
    Headers headers = headers(content, leftOut);
    byte[] key = key(content, leftOut);
    long time = reason.time() == null ? origin.timestamp() : reason.time();
    boolean takesTime = content != Content.SMALLEST && limits.deadLetters().takesTime(time, now);
    if (!takesTime) {
      headers.add(DeadLetterHeaders.TIME, bytes(Long.toString(time)));
    }
    if (!leftOut.isEmpty()) {
      headers.add(DeadLetterHeaders.LEFT_OUT, bytes(String.join(",", leftOut)));
    }
    String exception = UntaggableEventException.class.getName();
    SourcePosition source = original.position();
    headers
        .add(DeadLetterHeaders.REASON, bytes(reason.code().code()))
        .add(DeadLetterHeaders.EXCEPTION, bytes(exception))
        .add(DeadLetterHeaders.MESSAGE, bytes(message))
        .add(DeadLetterHeaders.STACKTRACE, bytes(exception + ": " + message))
        .add(DeadLetterHeaders.TOPIC, bytes(source.partition().topic()))
        .add(DeadLetterHeaders.PARTITION, bytes(Integer.toString(source.partition().partition())))
        .add(DeadLetterHeaders.OFFSET, bytes(Long.toString(source.offset())));
    return new ProducerRecord<>(topic, null, takesTime ? time : now, key, value, headers);
  }

  private Headers headers(Content content, List<String> leftOut) {
    boolean all = content.compareTo(Content.WITH_SMALL_HEADERS) < 0;
    RecordHeaders kept = new RecordHeaders();
    int left = content == Content.SMALLEST ? 0 : LONGEST_HEADERS;
    for (Header header : original.headers()) {
      // An event that has headers of a letter would speak for the letter.
      if (DeadLetterHeaders.isOne(header.key()) || header instanceof TimeRefusalHeader) {
        continue;
      }
      int size = RecordSize.of(header);
      if (all || size <= Math.min(left, LONGEST_HEADER)) {
        kept.add(header);
        left -= size;
      } else if (!leftOut.contains("headers")) {
        leftOut.add("headers");
      }
    }
    return kept;
  }

  private byte @Nullable [] key(Content content, List<String> leftOut) {
    byte[] key = original.key();
    if (key == null) {
      // A topic may be compacted although nobody could say so.
      boolean needed = content == Content.SMALLEST || limits.deadLetters().needsKey();
      if (needed) {
        leftOut.add("key");
      }
      return needed ? bytes(original.position().toString()) : null;
    }
    Bytes bounded = Identifiers.dialogue(key);
    if (content != Content.SMALLEST || bounded == null || bounded.get().length == key.length) {
      return key;
    }
    leftOut.add("key");
    return bounded.get();
  }

  private static String cut(String message) {
    if (message.length() <= LONGEST_MESSAGE) {
      return message;
    }
    boolean splits = Character.isHighSurrogate(message.charAt(LONGEST_MESSAGE - 1));
    return message.substring(0, splits ? LONGEST_MESSAGE - 1 : LONGEST_MESSAGE) + "…";
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }
}
