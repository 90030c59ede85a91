package io.garam.app.options;

import io.garam.app.usage.UsageException;
import io.garam.streams.config.GaramConfig;
import org.apache.kafka.streams.StreamsConfig;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The flags of commands that tag a topic, live or again: what they read, by how many threads. */
public final class TaggingOptions {

  private static final int MOST_THREADS = 1_000;

  @Option(
      names = "--text-pointer",
      paramLabel = "POINTER",
      description = "JSON pointer to the text of an event (default: /text).")
  private @Nullable String textPointer;

  @Mixin private ThresholdOptions thresholds = new ThresholdOptions();

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Threads that tag (default: one for each processor, at most 4).")
  private @Nullable Integer threads;

  @Mixin private TrustedKeysOption trustedKeys = new TrustedKeysOption();

  /** Says whether any of the flags is given. */
  public boolean areGiven() {
    return textPointer != null
        || threads != null
        || thresholds.setting() != null
        || trustedKeys.setting() != null;
  }

  /**
   * Puts what was given among settings.
   *
   * @throws UsageException if a value cannot be
   */
  public void putInto(Settings settings) {
    settings.putFlag(GaramConfig.TRUSTED_KEYS, trustedKeys.setting());
    if (textPointer != null) {
      settings.putFlag(
          GaramConfig.TEXT_POINTER, Pointers.of("text-pointer", textPointer).toString());
    }
    settings.putFlag(GaramConfig.THRESHOLD, thresholds.setting());
    if (threads != null) {
      settings.putFlag(
          StreamsConfig.NUM_STREAM_THREADS_CONFIG,
          String.valueOf(Ranges.whole("threads", threads, 1, MOST_THREADS)));
    }
  }
}
