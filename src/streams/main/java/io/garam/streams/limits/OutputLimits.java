package io.garam.streams.limits;

import io.garam.streams.event.ReasonCode;
import io.garam.streams.event.UntaggableEventException;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * What the topics that a tagger writes take, so that what they would refuse is a dead letter before
 * it spoils a transaction.
 *
 * @param output of the output topic
 * @param changelog of the topic that remembers dialogues; one without limits where there is none
 * @param deadLetters of the dead-letter topic
 * @param requestBytes the largest record that the producer accepts, in bytes
 * @param compressed whether the producer compresses, so that a topic's own limit of size cannot be
 *     judged by a record's size
 */
public record OutputLimits(
    TopicLimits output,
    TopicLimits changelog,
    TopicLimits deadLetters,
    int requestBytes,
    boolean compressed) {

  /**
   * The last time that an event may have, in milliseconds: the end of the year 9999. Kafka Streams
   * (4.3.1) adds periods to it and would go beyond the last number, which it then does without end.
   */
  public static final long LATEST = 253_402_300_799_999L;

  /** Returns limits of topics about which nothing is known. */
  public static OutputLimits of(int requestBytes) {
    TopicLimits unknown = TopicLimits.unknown("");
    return new OutputLimits(unknown, unknown, unknown, requestBytes, false);
  }

  /** Returns the largest dead letter, in bytes. */
  public int largestDeadLetter() {
    return largest(deadLetters);
  }

  /**
   * Refuses an event whose time its output, or what is remembered of its dialogue, cannot have.
   *
   * @param timestamp the event's, in milliseconds
   * @param now the time of day, in milliseconds
   */
  public void checkTime(long timestamp, long now) {
    if (timestamp > LATEST) {
      throw UntaggableEventException.timeTooLate(timestamp, LATEST);
    }
    checkTime(output, timestamp, now);
    checkTime(changelog, timestamp, now);
  }

  private static void checkTime(TopicLimits topic, long timestamp, long now) {
    if (!topic.takesTime(timestamp, now)) {
      throw UntaggableEventException.timeRefused(timestamp, topic.topic());
    }
  }

  /**
   * Refuses an output record that would not be taken.
   *
   * @param timestamp in milliseconds
   * @param now the time of day, in milliseconds
   */
  public void check(
      byte @Nullable [] key, byte @Nullable [] value, Headers headers, long timestamp, long now) {
    int size = RecordSize.of(key, value, headers);
    if (size > requestBytes) {
      throw new UntaggableEventException(
          ReasonCode.OUTPUT_TOO_LARGE,
          "Expected the tagged event to fit max.request.size ("
              + requestBytes
              + " bytes), but it takes "
              + size
              + ".");
    }
    if (size > largest(output)) {
      throw new UntaggableEventException(
          ReasonCode.OUTPUT_TOO_LARGE,
          "Expected the tagged event to fit max.message.bytes and segment.bytes of the topic "
              + output.topic()
              + " ("
              + output.maxBytes()
              + "), but it takes "
              + size
              + ".");
    }
    if (key == null && output.keyNeeded()) {
      throw new UntaggableEventException(
          ReasonCode.KEY_MISSING,
          "Expected a key, since the topic "
              + output.topic()
              + " is compacted, but the event has none.");
    }
    checkTime(timestamp, now);
  }

  private int largest(TopicLimits topic) {
    return compressed ? requestBytes : Math.min(requestBytes, topic.maxBytes());
  }
}
