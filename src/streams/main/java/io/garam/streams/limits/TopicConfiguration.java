package io.garam.streams.limits;

import java.util.Locale;
import java.util.Optional;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.compress.Compression;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.record.internal.CompressionType;
import org.jspecify.annotations.Nullable;

/** Configuration of a topic, as the brokers describe it. */
record TopicConfiguration(Config config) {

  /** Returns a limit in bytes; what is not set is without one. */
  int bytes(String key) {
    return value(key).map(Long::valueOf).map(Long::intValue).orElse(Integer.MAX_VALUE);
  }

  /** Returns how it compresses what comes compressed otherwise, null for as it comes. */
  @Nullable Compression compression() {
    return value(TopicConfig.COMPRESSION_TYPE_CONFIG)
        .filter(type -> !type.equals("producer"))
        .map(type -> type.equals("uncompressed") ? CompressionType.NONE.name : type)
        .map(type -> CompressionSettings.of(type, this::value))
        .orElse(null);
  }

  boolean isCompacted() {
    return value(TopicConfig.CLEANUP_POLICY_CONFIG)
        .map(policy -> policy.toLowerCase(Locale.ROOT))
        .filter(policy -> policy.contains(TopicConfig.CLEANUP_POLICY_COMPACT))
        .isPresent();
  }

  /** Returns a limit of times in milliseconds; there is none where brokers give their own time. */
  long timeLimit(String key) {
    return value(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG)
            .filter("LogAppendTime"::equals)
            .isPresent()
        ? Long.MAX_VALUE
        : value(key).map(Long::valueOf).orElse(Long.MAX_VALUE);
  }

  private Optional<String> value(String key) {
    return Optional.ofNullable(config.get(key)).map(ConfigEntry::value);
  }
}
