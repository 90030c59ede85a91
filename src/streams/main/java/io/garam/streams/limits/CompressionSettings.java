package io.garam.streams.limits;

import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.common.compress.Compression;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.record.internal.CompressionType;

/** Compression settings of a producer or a topic. Both name the levels alike. */
public final class CompressionSettings {

  private CompressionSettings() {}

  /**
   * Returns a compression.
   *
   * @param type as the producer's setting {@code compression.type} names it
   * @param settings the value of a setting, nothing where it is not set
   */
  public static Compression of(String type, Function<String, Optional<String>> settings) {
    return switch (CompressionType.forName(type)) {
      case NONE -> Compression.NONE;
      case SNAPPY -> Compression.snappy().build();
      case GZIP -> {
        var gzip = Compression.gzip();
        level(TopicConfig.COMPRESSION_GZIP_LEVEL_CONFIG, settings).ifPresent(gzip::level);
        yield gzip.build();
      }
      case LZ4 -> {
        var lz4 = Compression.lz4();
        level(TopicConfig.COMPRESSION_LZ4_LEVEL_CONFIG, settings).ifPresent(lz4::level);
        yield lz4.build();
      }
      case ZSTD -> {
        var zstd = Compression.zstd();
        level(TopicConfig.COMPRESSION_ZSTD_LEVEL_CONFIG, settings).ifPresent(zstd::level);
        yield zstd.build();
      }
    };
  }

  private static Optional<Integer> level(String key, Function<String, Optional<String>> settings) {
    return settings.apply(key).map(Integer::valueOf);
  }
}
