package io.garam.streams.limits;

import java.util.Locale;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.TopicConfig;
import org.jspecify.annotations.Nullable;

/**
 * What a broker takes into a topic. A record beyond it is refused, and with it the whole
 * transaction.
 *
 * @param maxBytes the largest record, in bytes
 * @param keyNeeded whether a record needs a key, as in compacted topics
 * @param beforeMs how far a record's time may lie in the past, in milliseconds
 * @param afterMs how far a record's time may lie in the future, in milliseconds
 */
public record TopicLimits(
    String topic, int maxBytes, boolean keyNeeded, long beforeMs, long afterMs) {

  /** The brokers' clocks may differ from this machine's by so much, and a record takes its time. */
  private static final long LARGEST_CLOCK_SKEW_MS = 60_000;

  /** Returns the limits of a topic about which nothing is known. */
  public static TopicLimits unknown(String topic) {
    return new TopicLimits(topic, Integer.MAX_VALUE, false, Long.MAX_VALUE, Long.MAX_VALUE);
  }

  static TopicLimits of(String topic, Config config) {
    boolean ownTime =
        "LogAppendTime".equals(value(config, TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG));
    String policy = value(config, TopicConfig.CLEANUP_POLICY_CONFIG);
    return new TopicLimits(
        topic,
        (int)
            Math.min(
                number(config, TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.MAX_VALUE),
                number(config, TopicConfig.SEGMENT_BYTES_CONFIG, Integer.MAX_VALUE)),
        policy != null
            && policy.toLowerCase(Locale.ROOT).contains(TopicConfig.CLEANUP_POLICY_COMPACT),
        ownTime
            ? Long.MAX_VALUE
            : number(config, TopicConfig.MESSAGE_TIMESTAMP_BEFORE_MAX_MS_CONFIG, Long.MAX_VALUE),
        ownTime
            ? Long.MAX_VALUE
            : number(config, TopicConfig.MESSAGE_TIMESTAMP_AFTER_MAX_MS_CONFIG, Long.MAX_VALUE));
  }

  /**
   * Says whether the topic takes a record of that time.
   *
   * @param timestamp the record's, in milliseconds
   * @param now the time of day, in milliseconds
   */
  public boolean takesTime(long timestamp, long now) {
    return timestamp >= now
        ? timestamp - now <= withoutSkew(afterMs)
        : now - timestamp <= withoutSkew(beforeMs);
  }

  private static long withoutSkew(long limitMs) {
    return limitMs == Long.MAX_VALUE
        ? limitMs
        : limitMs - Math.min(LARGEST_CLOCK_SKEW_MS, limitMs / 10);
  }

  private static long number(Config config, String key, long otherwise) {
    String found = value(config, key);
    return found == null ? otherwise : Long.parseLong(found);
  }

  private static @Nullable String value(Config config, String key) {
    ConfigEntry entry = config.get(key);
    return entry == null ? null : entry.value();
  }
}
