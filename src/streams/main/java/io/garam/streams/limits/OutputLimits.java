package io.garam.streams.limits;

import io.garam.nlu.GaramException;
import io.garam.streams.event.ReasonCode;
import io.garam.streams.event.UntaggableEventException;
import java.util.function.UnaryOperator;
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
 * @param requestBytes the largest record that the producer accepts, in bytes before it compresses
 * @param sentAs how the producer compresses
 */
public record OutputLimits(
    TopicLimits output,
    TopicLimits changelog,
    TopicLimits deadLetters,
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
        requestBytes,
        sentAs);
  }

  /** Returns the same with each topic's limits changed. */
  OutputLimits with(UnaryOperator<TopicLimits> change) {
    return new OutputLimits(
        change.apply(output),
        change.apply(changelog),
        change.apply(deadLetters),
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
  }

  private static void checkTime(TopicLimits topic, long timestamp, long now) {
    if (!topic.takesTime(timestamp, now)) {
      throw UntaggableEventException.timeRefused(timestamp, topic.topic());
    }
  }

  /** Refuses an output record that would not be taken for its size or the want of a key. */
  public void check(byte @Nullable [] key, byte @Nullable [] value, Headers headers) {
    BatchSize size = new BatchSize(key, value, headers);
    if (size.uncompressed() > requestBytes) {
      throw tooLarge(
          "the producer takes "
              + requestBytes
              + " bytes by its max.request.size and buffer.memory, but it takes "
              + size.uncompressed());
    }
    output
        .tooLarge(size, sentAs)
        .ifPresent(
            found -> {
              throw tooLarge(found);
            });
    if (key == null && output.needsKey()) {
      throw new UntaggableEventException(
          ReasonCode.KEY_MISSING,
          "Expected a key, since the topic "
              + output.topic()
              + " is compacted, but the event has none.");
    }
  }

  private static UntaggableEventException tooLarge(String found) {
    return new UntaggableEventException(
        ReasonCode.OUTPUT_TOO_LARGE, "Expected the tagged event to fit: " + found + ".");
  }

  /**
   * Returns the largest batch that fits a segment of every topic, in bytes, as far as is known.
   * Kafka's producer does not split one that a broker refuses for that, so what is in it must stay
   * below.
   */
  public int largestBatch() {
    return Math.min(
        output.largestBatch(), Math.min(changelog.largestBatch(), deadLetters.largestBatch()));
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
