package io.garam.app.replay;

import io.garam.app.options.BrokerOptions;
import io.garam.app.options.Settings;
import io.garam.app.options.TaggingOptions;
import io.garam.app.usage.UsageException;
import io.garam.streams.client.Brokers;
import io.garam.streams.config.GaramConfig;
import io.garam.streams.registry.ModelName;
import io.garam.streams.registry.RegistryModels;
import io.garam.streams.replay.Replay;
import io.garam.streams.replay.ReplayRequest;
import io.garam.streams.settings.TaggerSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The flags that say what is replayed, by which models, and against what it is held. */
final class ReplayOptions {

  @Mixin private BrokerOptions brokers = new BrokerOptions();

  @Mixin private TaggingOptions tagging = new TaggingOptions();

  @Option(
      names = "--topic",
      paramLabel = "TOPIC",
      description = "Topic whose events are tagged again, required. It is only read.")
  private @Nullable String topic;

  @Option(
      names = "--model",
      paramLabel = "DIR|topic:NAME",
      description =
          "The model, required, such as models/korean-intention; or topic:NAME[@DIGEST] in the"
              + " registry (garam models --help).")
  private @Nullable Path model;

  @Option(
      names = "--against",
      paramLabel = "DIR|topic:NAME",
      description =
          "Another model to compare it with, such as the one that runs now: what changes, and which"
              + " is better. It keeps its own threshold.")
  private @Nullable Path against;

  @Mixin private StretchOptions stretch = new StretchOptions();

  @Mixin private LabelOptions labels = new LabelOptions();

  @Option(
      names = "--output-topic",
      paramLabel = "TOPIC",
      description =
          "Keep the tagged events in this topic, which must be new or empty. Default: they are"
              + " removed when the report is written.")
  private @Nullable String outputTopic;

  @Option(
      names = "--id",
      paramLabel = "ID",
      description =
          "Tells this replay from others; its groups and topics are called garam-replay-ID."
              + " Default: the topic's name.")
  private @Nullable String id;

  /** Returns the brokers, to be asked for what replays have left. */
  Brokers brokers() {
    return new TaggerSettings(brokers.config(Map.of())).brokers();
  }

  /** Says whether flags that say what is replayed are given. */
  boolean areGiven() {
    return topic != null
        || model != null
        || against != null
        || outputTopic != null
        || id != null
        || tagging.areGiven()
        || stretch.isGiven()
        || labels.areGiven();
  }

  /**
   * Returns what is asked of the replay.
   *
   * @throws UsageException if something is missing or cannot be
   */
  ReplayRequest request() {
    String source = topic;
    Path first = model;
    if (source == null || first == null) {
      throw new UsageException(
          "Expected "
              + (source != null
                  ? "--model DIR, but it is"
                  : first != null
                      ? "--topic TOPIC, but it is"
                      : "--topic TOPIC and --model DIR, but they are")
              + " missing.");
    }
    labels.gold();
    Settings settings = brokers.settings();
    tagging.putInto(settings);
    List<Path> models =
        (against == null ? List.of(first) : List.of(first, against))
            .stream().map(one -> folder(one, settings)).toList();
    return UsageException.unless(
        () -> {
          ReplayRequest request =
              new ReplayRequest(
                  id == null ? source : id,
                  source,
                  stretch.from(),
                  stretch.to(),
                  models,
                  outputTopic,
                  labels.topics(),
                  settings.values());
          Replay.check(request);
          return request;
        });
  }

  /** Returns where a model is, fetched from the registry if it is there. */
  private static Path folder(Path model, Settings settings) {
    if (ModelName.inRegistry(model.toString()).isEmpty()) {
      return model;
    }
    Map<String, String> values = settings.values();
    values.put(GaramConfig.MODEL, model.toString());
    return RegistryModels.folder(UsageException.unless(() -> GaramConfig.of(values)));
  }

  /** Returns where the labels are that answers are compared with. */
  LabelOptions labels() {
    return labels;
  }
}
