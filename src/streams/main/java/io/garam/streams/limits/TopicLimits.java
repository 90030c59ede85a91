package io.garam.streams.limits;

import java.util.Optional;
import org.apache.kafka.common.compress.Compression;
import org.apache.kafka.common.config.TopicConfig;
import org.jspecify.annotations.Nullable;

/**
 * Limits of a topic, what a broker takes into it: what the topic's configuration says, and what it
 * has refused all the same. A record beyond it is refused, and with it the whole transaction.
 *
 * @param maxBytes the largest batch, in bytes, both as it is sent and as it is stored
 * @param segmentBytes the largest batch as it is stored, in bytes
 * @param storedAs how the topic compresses what comes compressed otherwise, null for as it comes
 * @param keyNeeded whether a record needs a key, as in compacted topics
 * @param beforeMs how far a record's time may lie in the past, in milliseconds
 * @param afterMs how far a record's time may lie in the future, in milliseconds
 * @param learned what it has refused
 */
public record TopicLimits(
    String topic,
    int maxBytes,
    int segmentBytes,
    @Nullable Compression storedAs,
    boolean keyNeeded,
    long beforeMs,
    long afterMs,
    LearnedLimits learned) {

  /** The brokers' clocks may differ from this machine's by so much, and a record takes its time. */
  private static final long LARGEST_CLOCK_SKEW_MS = 60_000;

  /** Returns the limits of a topic about which nothing is known. */
  static TopicLimits unknown(String topic) {
    return new TopicLimits(
        topic,
        Integer.MAX_VALUE,
        Integer.MAX_VALUE,
        null,
        false,
        Long.MAX_VALUE,
        Long.MAX_VALUE,
        LearnedLimits.NONE);
  }

  static TopicLimits of(String topic, TopicConfiguration config) {
    return new TopicLimits(
        topic,
        config.bytes(TopicConfig.MAX_MESSAGE_BYTES_CONFIG),
        config.bytes(TopicConfig.SEGMENT_BYTES_CONFIG),
        config.compression(),
        config.isCompacted(),
        config.timeLimit(TopicConfig.MESSAGE_TIMESTAMP_BEFORE_MAX_MS_CONFIG),
        config.timeLimit(TopicConfig.MESSAGE_TIMESTAMP_AFTER_MAX_MS_CONFIG),
        LearnedLimits.NONE);
  }

  /** Returns the same limits with others learned. */
  TopicLimits with(LearnedLimits others) {
    return new TopicLimits(
        topic, maxBytes, segmentBytes, storedAs, keyNeeded, beforeMs, afterMs, others);
  }

  /** Returns the largest batch of several records, in bytes, as far as is known. */
  int largestBatch() {
    return Math.min(segmentBytes, learned.batchBytes());
  }

  /** Says whether a record needs a key, as far as is known. */
  public boolean needsKey() {
    return keyNeeded || learned.keyNeeded();
  }

  /**
   * Says why the topic does not take a record of that size, as the end of a sentence; nothing if it
   * does.
   *
   * @param sentAs how the producer compresses
   */
  Optional<String> tooLarge(BatchSize size, Compression sentAs) {
    int mostStored = Math.min(maxBytes, segmentBytes);
    if (size.most() <= mostStored && !learned.mayBeTooLarge(size)) {
      return Optional.empty();
    }
    int sent = size.compressed(sentAs);
    int stored =
        storedAs == null || storedAs.type() == sentAs.type() ? sent : size.compressed(storedAs);
    if (sent > maxBytes || stored > mostStored) {
      return Optional.of(
          "the topic "
              + topic
              + " takes "
              + mostStored
              + " bytes by its max.message.bytes and segment.bytes, but it has "
              + Math.max(sent, stored));
    }
    return learned.isTooLarge(new SentSize(size.uncompressed(), sent))
        ? Optional.of(
            "the topic " + topic + " has refused one of no more than its " + sent + " bytes")
        : Optional.empty();
  }

  /**
   * Says whether the topic takes a record of that time.
   *
   * @param timestamp the record's, in milliseconds
   * @param now the time of day, in milliseconds
   */
  public boolean takesTime(long timestamp, long now) {
    return learned.takesTime(timestamp, now)
        && (timestamp >= now
            ? timestamp - now <= withoutSkew(afterMs)
            : now - timestamp <= withoutSkew(beforeMs));
  }

  private static long withoutSkew(long limitMs) {
    return limitMs == Long.MAX_VALUE
        ? limitMs
        : limitMs - Math.min(LARGEST_CLOCK_SKEW_MS, limitMs / 10);
  }
}
