package io.garam.streams.config;

import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.NonEmptyString;

/**
 * Keys of the registry of models, and of what happens where one gives way to another.
 *
 * @since 0.1.0
 */
public final class RegistryKeys {

  public static final String TOPIC = "garam.registry.topic";
  public static final String STATUS_TOPIC = "garam.registry.status.topic";
  public static final String DIALOGUES = "garam.model.dialogues";

  /** Value of {@link #DIALOGUES}: a dialogue under way begins anew. */
  public static final String RESTART = "restart";

  /** Value of {@link #DIALOGUES}: a dialogue under way ends with the model that it began with. */
  public static final String FINISH = "finish";

  private RegistryKeys() {}

  static void define(ConfigDef keys) {
    keys.define(
            TOPIC,
            ConfigDef.Type.STRING,
            "garam-models",
            new NonEmptyString(),
            Importance.MEDIUM,
            "The topic that is the [registry of models](models-in-kafka.md), where `garam.model` is"
                + " `topic:NAME`.")
        .define(
            STATUS_TOPIC,
            ConfigDef.Type.STRING,
            "garam-models-status",
            new NonEmptyString(),
            Importance.LOW,
            "The topic to which a tagger that follows the registry says which model it runs; without"
                + " it `garam models status` shows no taggers. Taggers write to it alone, and never"
                + " to the registry.")
        .define(
            DIALOGUES,
            ConfigDef.Type.STRING,
            FINISH,
            ConfigDef.ValidString.in(FINISH, RESTART),
            Importance.MEDIUM,
            "What becomes of a dialogue under way when the registry activates another model."
                + " `finish`: it ends with the model that it began with, while new dialogues begin"
                + " with the new one. `restart`: its next utterance is the first of a new dialogue.");
  }
}
