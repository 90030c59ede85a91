package io.garam.app.run;

import io.garam.app.options.ClientOptions;
import io.garam.app.options.Settings;
import io.garam.app.options.TaggingOptions;
import io.garam.app.usage.UsageException;
import io.garam.streams.config.GaramConfig;
import io.garam.streams.config.ShadowKeys;
import org.apache.kafka.streams.StreamsConfig;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The flags that set a tagger's configuration, on top of what other sources give. */
public final class TaggerOptions {

  @Mixin private ClientOptions client;

  @Mixin private TaggingOptions tagging = new TaggingOptions();

  @Option(
      names = "--model",
      paramLabel = "DIR|topic:NAME",
      description =
          "Model bundle, such as models/korean-intention; or what is active under a name in the"
              + " registry (garam models --help).")
  private @Nullable String model;

  @Option(
      names = "--shadow",
      paramLabel = "DIR|topic:NAME",
      description =
          "Second model that reads the same events beside the first and answers nobody; how often"
              + " the two agree is a metric.")
  private @Nullable String shadow;

  @Option(
      names = "--input-topic",
      paramLabel = "TOPIC",
      description = "Topic to read events from (default: utterances).")
  private @Nullable String inputTopic;

  @Option(
      names = "--output-topic",
      paramLabel = "TOPIC",
      description = "Topic to write tagged events to (default: intents).")
  private @Nullable String outputTopic;

  @Option(
      names = "--dead-letter-topic",
      paramLabel = "TOPIC",
      description = "Topic for events that cannot be tagged (default: utterances-dead-letters).")
  private @Nullable String deadLetterTopic;

  @Option(
      names = "--application-id",
      paramLabel = "ID",
      description = "Name that all instances of this tagger share (default: garam).")
  private @Nullable String applicationId;

  @Option(
      names = "--from",
      paramLabel = "earliest|latest",
      description =
          "Where the first start of an application id begins (default: earliest, so that all that"
              + " the topic holds is tagged). Later starts go on where it has come to.")
  private @Nullable String from;

  @Option(names = "--create-topics", description = "Create topics that do not exist.")
  private boolean createTopics;

  /**
   * Returns the configuration: what flags give, on top of the {@link Settings} of other sources.
   *
   * @param bootstrapServers the brokers, null unless a flag says them
   * @param mayCreateTopics whether topics are created without being asked
   * @param mayEmbed whether the command has --embedded
   * @throws UsageException if something is missing or cannot be
   */
  public GaramConfig config(
      @Nullable String bootstrapServers, boolean mayCreateTopics, boolean mayEmbed) {
    return config(settings(bootstrapServers, mayCreateTopics), mayEmbed);
  }

  /**
   * Returns the settings that the configuration is made of, with the source of each.
   *
   * @param bootstrapServers the brokers, null unless a flag says them
   * @param mayCreateTopics whether topics are created without being asked
   * @throws UsageException if a flag cannot be
   */
  public Settings settings(@Nullable String bootstrapServers, boolean mayCreateTopics) {
    if (from != null && !from.equals("earliest") && !from.equals("latest")) {
      throw new UsageException(
          "Expected --from to be earliest or latest, but found "
              + from
              + "; leave it out if unsure.");
    }
    Settings merged = client.settings();
    merged.putFlag(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    merged.putFlag(GaramConfig.MODEL, model);
    merged.putFlag(ShadowKeys.MODEL, shadow);
    merged.putFlag(GaramConfig.INPUT_TOPIC, inputTopic);
    merged.putFlag(GaramConfig.OUTPUT_TOPIC, outputTopic);
    merged.putFlag(GaramConfig.DEAD_LETTER_TOPIC, deadLetterTopic);
    merged.putFlag(StreamsConfig.APPLICATION_ID_CONFIG, applicationId);
    merged.putFlag(GaramConfig.START_FROM, from);
    tagging.putInto(merged);
    merged.putFlag(GaramConfig.CREATE_TOPICS, createTopics || mayCreateTopics ? "true" : null);
    return merged;
  }

  /**
   * Returns the configuration that settings make.
   *
   * @param mayEmbed whether the command has --embedded
   * @throws UsageException if something is missing or cannot be
   */
  public GaramConfig config(Settings settings, boolean mayEmbed) {
    require(settings, GaramConfig.MODEL, "a model bundle", "--model models/korean-intention");
    require(
        settings,
        StreamsConfig.BOOTSTRAP_SERVERS_CONFIG,
        "a broker",
        "--bootstrap-server localhost:9092"
            + (mayEmbed ? ", or --embedded for one inside this process" : ""));
    return UsageException.unless(() -> GaramConfig.of(settings.values()));
  }

  private static void require(Settings merged, String key, String what, String how) {
    if (!merged.gives(key)) {
      throw new UsageException(
          "Expected " + what + ", but neither a flag nor " + key + " names one; add " + how + ".");
    }
  }
}
