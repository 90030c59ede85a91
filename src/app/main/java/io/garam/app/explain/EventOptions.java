package io.garam.app.explain;

import io.garam.app.options.BrokerOptions;
import io.garam.app.options.Ranges;
import io.garam.app.usage.UsageException;
import io.garam.streams.config.GaramConfig;
import io.garam.streams.event.SourcePosition;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The flags that name an event in a topic, in place of texts. */
final class EventOptions {

  @Mixin private BrokerOptions brokers = new BrokerOptions();

  @Option(
      names = "--topic",
      paramLabel = "TOPIC",
      description = {
        "Explain an event of this topic: of the input topic or, with the intent that it was given,"
            + " of the output topic."
      })
  private @Nullable String topic;

  @Option(names = "--partition", paramLabel = "N", description = "Partition of the event.")
  private @Nullable Integer partition;

  @Option(names = "--offset", paramLabel = "N", description = "Offset of the event.")
  private @Nullable Long offset;

  /** Says whether an event is named, wholly or in part. */
  boolean areGiven() {
    return topic != null || partition != null || offset != null;
  }

  /**
   * Returns where the event is.
   *
   * @throws UsageException if a flag is missing, or a number negative
   */
  SourcePosition position() {
    if (topic == null || partition == null || offset == null) {
      throw new UsageException(
          "Expected --topic, --partition and --offset together, but found some of them; an event is"
              + " named by all three.");
    }
    Ranges.whole("partition", partition, 0, 0, Integer.MAX_VALUE);
    Ranges.offset("offset", offset);
    return new SourcePosition(new TopicPartition(topic, partition), offset);
  }

  /** Returns the settings that say what the topic's events look like. */
  GaramConfig config() {
    return brokers.config(Map.of());
  }
}
