package io.garam.streams.limits;

import io.garam.nlu.GaramException;
import io.garam.streams.event.ReasonCode;
import io.garam.streams.event.UntaggableEventException;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.kafka.common.compress.Compression;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * Limits of all topics that a tagger writes, so that what they would refuse is a dead letter before
 * it spoils a transaction.
 *
 * @param output of the output topic
 * @param changelog of the topic that remembers dialogues; one without name and limits where there
 *     is none
 * @param deadLetters of the dead-letter topic
 * @param repartition of the topic that brings the events of a dialogue together; as that of the
 *     changelog where there is none
 * @param requestBytes the largest record that the producer accepts, in bytes before it compresses
 * @param sentAs how the producer compresses
 */
public record OutputLimits(
    TopicLimits output,
    TopicLimits changelog,
    TopicLimits deadLetters,
    TopicLimits repartition,
    int requestBytes,
    Compression sentAs) {

  /**
   * The last time that an event may have, in milliseconds: the end of the year 9999. Kafka Streams
   * (4.3.1) adds periods to it and would go beyond the last number, which it then does without end.
   */
  public static final long LATEST = 253_402_300_799_999L;

  /**
   * What a dead letter without value, headers and key takes at most: its reason of 2,000 characters
   * twice, and where the event is.
   */
  private static final int LETTER_BYTES = 16_384;

  /**
   * Returns limits of topics about which nothing is known.
   *
   * @param changelog null where nothing remembers dialogues
   */
  public static OutputLimits unknown(
      String output,
      @Nullable String changelog,
      String deadLetters,
      int requestBytes,
      Compression sentAs) {
    return new OutputLimits(
        TopicLimits.unknown(output),
        TopicLimits.unknown(changelog == null ? "" : changelog),
        TopicLimits.unknown(deadLetters),
        TopicLimits.unknown(""),
        requestBytes,
        sentAs);
  }

  /** Returns the same with a topic, about which nothing is known, that events go over. */
  public OutputLimits repartitioning(String topic) {
    return new OutputLimits(
        output, changelog, deadLetters, TopicLimits.unknown(topic), requestBytes, sentAs);
  }

  /** Returns the topics that are written. */
  List<String> topics() {
    return Stream.of(output, deadLetters, changelog, repartition)
        .map(TopicLimits::topic)
        .filter(topic -> !topic.isEmpty())
        .toList();
  }

  /** Returns the same with each topic's limits changed. */
  OutputLimits with(UnaryOperator<TopicLimits> change) {
    return new OutputLimits(
        change.apply(output),
        change.apply(changelog),
        change.apply(deadLetters),
        change.apply(repartition),
        requestBytes,
        sentAs);
  }

  /** Says whether a dead letter is small enough to be taken. */
  public boolean takesDeadLetter(byte @Nullable [] key, byte @Nullable [] value, Headers headers) {
    BatchSize size = new BatchSize(key, value, headers);
    return size.uncompressed() <= requestBytes && deadLetters.tooLarge(size, sentAs).isEmpty();
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
    checkTime(repartition, timestamp, now);
  }

  private static void checkTime(TopicLimits topic, long timestamp, long now) {
    if (!topic.takesTime(timestamp, now)) {
      throw UntaggableEventException.timeRefused(timestamp, topic.topic());
    }
  }

  /** Refuses an output record that would not be taken for its size or the want of a key. */
  public void check(byte @Nullable [] key, byte @Nullable [] value, Headers headers) {
    checkSize("tagged event", output, new BatchSize(key, value, headers));
    if (key == null && output.needsKey()) {
      throw new UntaggableEventException(
          ReasonCode.KEY_MISSING,
          "Expected a key, since the topic "
              + output.topic()
              + " is compacted, but the event has none.");
    }
  }

  /** Refuses a record that the repartition topic would not take for its size. */
  public void checkRepartitioned(byte @Nullable [] key, byte @Nullable [] value, Headers headers) {
    checkSize("event with its dialogue as key", repartition, new BatchSize(key, value, headers));
  }

  private void checkSize(String what, TopicLimits topic, BatchSize size) {
    Optional<String> tooLarge =
        size.uncompressed() > requestBytes
            ? Optional.of(
                "the producer takes "
                    + requestBytes
                    + " bytes by its max.request.size and buffer.memory, but it takes "
                    + size.uncompressed())
            : topic.tooLarge(size, sentAs);
    if (tooLarge.isPresent()) {
      throw new UntaggableEventException(
          ReasonCode.OUTPUT_TOO_LARGE, "Expected the " + what + " to fit: " + tooLarge.get() + ".");
    }
  }

  /**
   * Returns the largest batch that fits a segment of every topic, in bytes, as far as is known.
   * Kafka's producer does not split one that a broker refuses for that, so what is in it must stay
   * below.
   */
  public int largestBatch() {
    return Stream.of(output, changelog, deadLetters, repartition)
        .mapToInt(TopicLimits::largestBatch)
        .min()
        .orElseThrow();
  }

  /**
   * Refuses a producer that does not take the smallest dead letter, of which nothing is left but
   * why it is one.
   *
   * @throws GaramException if it does not
   */
  public void requireRoomForLetters() {
    if (requestBytes < LETTER_BYTES) {
      throw new GaramException(
          "Expected the producer to take "
              + LETTER_BYTES
              + " bytes in one record, which the smallest dead letter may have, but its"
              + " max.request.size and buffer.memory allow "
              + requestBytes
              + "; raise them and start again.");
    }
  }

  /**
   * Refuses a changelog that does not take what is remembered of a dialogue.
   *
   * @param entryBytes the largest record of a dialogue, in bytes
   * @throws GaramException if it does not
   */
  public void requireRoomForDialogues(int entryBytes) {
    int most = Math.min(changelog.maxBytes(), changelog.segmentBytes());
    if (most < entryBytes) {
      throw new GaramException(
          "Expected the topic "
              + changelog.topic()
              + ", which keeps what is remembered of dialogues, to take "
              + entryBytes
              + " bytes in one record, but its max.message.bytes and segment.bytes allow "
              + most
              + "; raise them and start again.");
    }
  }
}
