package io.garam.streams.config;

import io.garam.streams.event.EventReader;
import io.garam.streams.memory.DialogueEntry;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.streams.StreamsConfig;

/** Keys of dialogues, for a model that follows them. */
final class DialogueKeys {

  private static final String EARLIEST = "earliest";

  private DialogueKeys() {}

  /**
   * Requires what a repartition by dialogues needs, where there is one.
   *
   * @throws ConfigException if values have no fields, or its topic would not be read from its
   *     beginning
   */
  static void require(GaramConfig config) {
    if (!config.repartitions()) {
      return;
    }
    if (config.getString(GaramConfig.INPUT_FORMAT).equals(GaramConfig.TEXT)) {
      throw new ConfigException(
          GaramConfig.DIALOGUE_POINTER
              + " needs events that are JSON, but "
              + GaramConfig.INPUT_FORMAT
              + "=text says that they are texts, which name no dialogue; leave out one of the two");
    }
    Object reset =
        new StreamsConfig(config.streamsProperties())
            .getMainConsumerConfigs("", "", 0)
            .getOrDefault(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, EARLIEST);
    if (!EARLIEST.equals(String.valueOf(reset).trim())) {
      throw new ConfigException(
          ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
          reset,
          "must be earliest with "
              + GaramConfig.DIALOGUE_POINTER
              + ", or what is written to "
              + config.repartitionTopic()
              + " before it is first read would be lost; "
              + GaramConfig.START_FROM
              + "=latest leaves out what the input topic holds");
    }
  }

  static void define(ConfigDef keys) {
    keys.define(
            GaramConfig.DIALOGUE_POINTER,
            ConfigDef.Type.STRING,
            "",
            EventPointers.OPTIONAL,
            Importance.MEDIUM,
            "Where an event says which dialogue it belongs to, a string or a number, for chat logs"
                + " whose key is not the dialogue; empty where the key is. Each event then goes over"
                + " one more topic, `<application.id>-dialogue-repartition`, on which its dialogue"
                + " is the key, and comes out with that key; its own is in the header `garam.key`."
                + " An event that names no dialogue, and a record without a value, keep their key;"
                + " without one, their source position is the key."
                + " It costs a write and a read of each event, and about one commit interval"
                + " ([dialogue memory](dialogue-memory.md#chat-logs-whose-key-is-not-the-dialogue))."
                + " A replay refuses it, and so does `garam.input.format=text`.")
        .define(
            GaramConfig.SPEAKER_POINTER,
            ConfigDef.Type.STRING,
            "/speaker",
            EventPointers.VALIDATOR,
            Importance.MEDIUM,
            "Where an event says who speaks, for a model that follows dialogues. What is not a"
                + " string of at most "
                + EventReader.LONGEST_SPEAKER
                + " characters counts as not known.")
        .define(
            GaramConfig.UTTERANCE_POINTER,
            ConfigDef.Type.STRING,
            "/utteranceId",
            EventPointers.VALIDATOR,
            Importance.MEDIUM,
            "Where the id of an utterance is, a string or a number, for a model that follows"
                + " dialogues. An utterance with the id of one of the last "
                + DialogueEntry.UTTERANCES
                + " of its dialogue is a duplicate: it is tagged, its intent says `\"duplicate\":"
                + " true`, and the memory stays as it was. An utterance without an id never is.")
        .define(
            GaramConfig.END_POINTER,
            ConfigDef.Type.STRING,
            "/end",
            EventPointers.VALIDATOR,
            Importance.MEDIUM,
            "Where an event says `true` if its dialogue ends with it. It is tagged, and the"
                + " dialogue forgotten; where it has no text, it is passed on as it is. A record"
                + " without a value ends its dialogue too.")
        .define(
            GaramConfig.DIALOGUE_IDLE,
            ConfigDef.Type.STRING,
            "1h",
            new IdleTime(),
            Importance.MEDIUM,
            "After how long a dialogue in which nothing is said is forgotten. The clock is the"
                + " newest timestamp that was read of the dialogue's partition. So an utterance"
                + " that comes late is taken when it comes, and in a partition to which nothing at"
                + " all is written time stands still.")
        .define(
            GaramConfig.DIALOGUE_STORE,
            ConfigDef.Type.STRING,
            "memory",
            ConfigDef.ValidString.in("memory", "rocksdb"),
            Importance.MEDIUM,
            "Where dialogues are kept besides the changelog topic, from which they come back after"
                + " a crash or on another instance: in `memory`, or on disk with `rocksdb`, under"
                + " `state.dir`, where two instances on one machine must not share a folder. With"
                + " `num.standby.replicas=1` another instance holds a copy and goes on sooner.");
  }
}
