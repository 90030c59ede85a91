package io.garam.app.skip;

import io.garam.app.options.Ranges;
import io.garam.app.usage.UsageException;
import io.garam.streams.config.GaramConfig;
import io.garam.streams.event.SourcePosition;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The flags that give the source position of an event: its topic, partition and offset. */
final class SourceOptions {

  @Option(
      names = "--topic",
      paramLabel = "TOPIC",
      description = "Topic that the tagger reads (default: utterances).")
  private @Nullable String topic;

  @Option(
      names = "--partition",
      paramLabel = "N",
      required = true,
      description = "Partition of the event.")
  private int partition;

  @Option(
      names = "--offset",
      paramLabel = "N",
      required = true,
      description = "Offset of the event.")
  private long offset;

  /**
   * Checks the flags before any work.
   *
   * @throws UsageException if a number is negative
   */
  void check() {
    Ranges.whole("partition", partition, 0, 0, Integer.MAX_VALUE);
    Ranges.offset("offset", offset);
  }

  /** Returns the position, in the input topic unless a flag names another. */
  SourcePosition position(GaramConfig config) {
    String name = topic == null ? config.inputTopic() : topic;
    return new SourcePosition(new TopicPartition(name, partition), offset);
  }
}
