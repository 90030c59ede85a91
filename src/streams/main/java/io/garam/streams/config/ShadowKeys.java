package io.garam.streams.config;

import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigException;

/**
 * Keys of the shadow, a second model beside the one that answers.
 *
 * @since 0.1.0
 */
public final class ShadowKeys {

  public static final String MODEL = "garam.shadow.model";
  public static final String TOPIC = "garam.shadow.topic";

  /** All of them. */
  public static final List<String> ALL = List.of(MODEL, TOPIC);

  private ShadowKeys() {}

  /** Returns the topic of the second model's answers; nothing where there is none. */
  public static Optional<String> topic(GaramConfig config) {
    return Optional.of(config.getString(TOPIC)).filter(topic -> !topic.isEmpty());
  }

  static void define(ConfigDef keys) {
    keys.define(
            MODEL,
            ConfigDef.Type.STRING,
            "",
            Importance.LOW,
            "A [second model beside the first](models-in-kafka.md#a-second-model-beside-the-first),"
                + " which reads the same events and answers nobody: the folder of its bundle, or"
                + " `topic:NAME` or `topic:NAME@DIGEST` of the registry, which is fetched once, at"
                + " the start. How often the two agree is a metric. Empty for none. The command"
                + " line's `--shadow` sets it.")
        .define(
            TOPIC,
            ConfigDef.Type.STRING,
            "",
            Importance.LOW,
            "The topic to which the events go with the intents of the second model, some perhaps"
                + " twice or not at all. Empty for none.");
  }

  /**
   * Requires that the topic is of a shadow, and none that the tagger has already.
   *
   * @throws ConfigException if it is not
   */
  static void require(GaramConfig config) {
    topic(config).ifPresent(topic -> require(config, topic));
  }

  private static void require(GaramConfig config, String topic) {
    if (config.getString(MODEL).isEmpty()) {
      throw new ConfigException(TOPIC + " is set, but " + MODEL + " names no model to write there");
    }
    if (List.of(config.inputTopic(), config.outputTopic(), config.deadLetterTopic())
        .contains(topic)) {
      throw new ConfigException(
          "the topic "
              + topic
              + " of "
              + TOPIC
              + " must be another than those of input, output and dead letters");
    }
  }
}
