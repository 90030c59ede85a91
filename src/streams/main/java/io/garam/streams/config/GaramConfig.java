package io.garam.streams.config;

import io.garam.nlu.GaramException;
import io.garam.nlu.Thresholds;
import io.garam.nlu.text.Printable;
import io.garam.streams.memory.DialogueSettings;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.streams.StreamsConfig;

/**
 * Configuration of a tagger. Keys that begin with {@code garam.} are Garam's own; every other key
 * is Kafka's and reaches Kafka Streams under the name and prefix it came with. The keys defined
 * here and no others have a default that differs from Kafka's.
 *
 * @since 0.1.0
 */
public final class GaramConfig extends AbstractConfig {

  public static final String INPUT_TOPIC = "garam.input.topic";
  public static final String INPUT_FORMAT = "garam.input.format";
  public static final String OUTPUT_TOPIC = "garam.output.topic";
  public static final String DEAD_LETTER_TOPIC = "garam.dead.letter.topic";
  public static final String TEXT_POINTER = "garam.text.pointer";
  public static final String DIALOGUE_POINTER = "garam.dialogue.pointer";
  public static final String SPEAKER_POINTER = "garam.speaker.pointer";
  public static final String UTTERANCE_POINTER = "garam.utterance.pointer";
  public static final String END_POINTER = "garam.end.pointer";
  public static final String INTENT_POINTER = "garam.intent.pointer";
  public static final String INTENT_EXISTING = "garam.intent.existing";
  public static final String DIALOGUE_IDLE = "garam.dialogue.idle";
  public static final String DIALOGUE_STORE = "garam.dialogue.store";
  public static final String MODEL = "garam.model";
  public static final String THRESHOLD = "garam.threshold";
  public static final String TRUSTED_KEYS = "garam.model.trusted.keys";
  public static final String MAX_EVENT_BYTES = "garam.max.event.bytes";
  public static final String BATCH_MAX_RECORDS = "garam.batch.max.records";
  public static final String CREATE_TOPICS = "garam.create.topics";
  public static final String TOPIC_PARTITIONS = "garam.topic.partitions";
  public static final String CONNECT_TIMEOUT_MS = "garam.connect.timeout.ms";
  public static final String CLOSE_TIMEOUT_MS = "garam.close.timeout.ms";
  public static final String START_FROM = "garam.start.from";
  public static final String MANAGEMENT_LISTENER = "garam.management.listener";
  public static final String TRACING = "garam.tracing";

  /** The keys that say where fields of an event are. */
  public static final List<String> POINTERS =
      List.of(
          TEXT_POINTER,
          DIALOGUE_POINTER,
          SPEAKER_POINTER,
          UTTERANCE_POINTER,
          END_POINTER,
          INTENT_POINTER);

  /** Value of {@link #INPUT_FORMAT}: the value is the text itself. */
  public static final String TEXT = "text";

  /** Value of {@link #INTENT_EXISTING}: what is there gives way. */
  public static final String REPLACE = "replace";

  static final String OWN_PREFIX = "garam.";

  /** Producer keys with a default here, which gives way to the key without prefix. */
  private static final List<String> PRODUCER_DEFAULTS =
      List.of(ProducerConfig.LINGER_MS_CONFIG, ProducerConfig.BATCH_SIZE_CONFIG);

  /** What can be set; docs/configuration.md is written from it. */
  public static final ConfigDef DEFINITION = ConfigurationKeys.define();

  /**
   * Checks a configuration.
   *
   * @param settings keys and values; values may be strings
   * @throws GaramException if a key of Garam's own is unknown, one of Kafka's seems misspelt, a
   *     required one is missing or a value is not possible
   */
  public static GaramConfig of(Map<String, ?> settings) {
    new TreeMap<>(settings).keySet().forEach(KeySpelling::require);
    try {
      GaramConfig config = new GaramConfig(settings);
      ProvidedValues.require(settings, config.originals());
      EventPointers.require(config);
      ModelKeys.require(config);
      DialogueKeys.require(config);
      config.checkTopics();
      ShadowKeys.require(config);
      ClientSettings.check(new StreamsConfig(config.streamsProperties()));
      return config;
    } catch (ConfigException e) {
      throw new GaramException(
          "Expected a valid configuration, but found this: "
              + ProvidedValues.hidden(Printable.clause(String.valueOf(e.getMessage())), settings)
              + "; docs/configuration.md says what each key takes.",
          e);
    }
  }

  /**
   * Returns the keys that neither Garam nor Kafka knows: they reach Kafka, where a plug-in may know
   * them.
   */
  public List<String> unknownKeys() {
    return originals().keySet().stream().filter(key -> !KnownKeys.contains(key)).sorted().toList();
  }

  private GaramConfig(Map<String, ?> settings) {
    super(DEFINITION, settings, false);
  }

  public String inputTopic() {
    return getString(INPUT_TOPIC);
  }

  public String outputTopic() {
    return getString(OUTPUT_TOPIC);
  }

  public String deadLetterTopic() {
    return getString(DEAD_LETTER_TOPIC);
  }

  /** Returns the largest event that is read, in bytes. */
  public int maxEventBytes() {
    return getInt(MAX_EVENT_BYTES);
  }

  /** Returns after how long, in the time of the stream, an idle dialogue is forgotten. */
  public Duration dialogueIdle() {
    return IdleTime.parse(getString(DIALOGUE_IDLE));
  }

  /** Returns the folder of the model bundle. */
  public Path model() {
    return Path.of(getString(MODEL));
  }

  /** Returns the thresholds that hold instead of the model's own. */
  public Thresholds thresholds() {
    return Thresholds.parse(getString(THRESHOLD));
  }

  /**
   * Returns where the public keys are one of which must have signed the model, none for no such.
   */
  public List<Path> trustedKeys() {
    return getList(TRUSTED_KEYS).stream().map(Path::of).toList();
  }

  /** Says whether polls are traced by OpenTelemetry. */
  public boolean isTracing() {
    return getBoolean(TRACING);
  }

  /** Returns the folder of what is kept on disk. */
  public String stateFolder() {
    return new StreamsConfig(streamsProperties()).getString(StreamsConfig.STATE_DIR_CONFIG);
  }

  public boolean createTopics() {
    return getBoolean(CREATE_TOPICS);
  }

  public int topicPartitions() {
    return getInt(TOPIC_PARTITIONS);
  }

  /** Returns how long the first answer of a broker may take, in milliseconds. */
  public int connectTimeoutMs() {
    return getInt(CONNECT_TIMEOUT_MS);
  }

  /** Returns how long the tagger may take to end, in all. */
  public Duration closeTimeout() {
    return Duration.ofMillis(getInt(CLOSE_TIMEOUT_MS));
  }

  /** Says whether a first start leaves out what the input topic holds already. */
  public boolean startsFromLatest() {
    return getString(START_FROM).equals(ProcessKeys.LATEST);
  }

  /** Returns where the management port listens; empty where there is none. */
  public Optional<InetSocketAddress> managementListener() {
    return ListenAddress.parse(getString(MANAGEMENT_LISTENER));
  }

  /** Returns the name that all instances share, which is that of their consumer group. */
  public String applicationId() {
    return getString(StreamsConfig.APPLICATION_ID_CONFIG);
  }

  /** Returns the class that finds an event's time, a timestamp extractor. */
  public Class<?> timestampExtractor() {
    return getClass(StreamsConfig.DEFAULT_TIMESTAMP_EXTRACTOR_CLASS_CONFIG);
  }

  /** Returns the largest record that the producer accepts, in bytes. */
  public int maxRequestSize() {
    return (int)
        Math.min(
            Long.parseLong(producerSetting(ProducerConfig.MAX_REQUEST_SIZE_CONFIG)),
            Long.parseLong(producerSetting(ProducerConfig.BUFFER_MEMORY_CONFIG)));
  }

  /** Returns a setting of the producer, Kafka's default where it is not set. */
  public String producerSetting(String key) {
    Object unset = ProducerConfig.configDef().defaultValues().get(key);
    return String.valueOf(
            new StreamsConfig(streamsProperties()).getProducerConfigs("").getOrDefault(key, unset))
        .trim();
  }

  /** Returns the topic that remembers dialogues, where the model follows them. */
  public String changelogTopic() {
    return applicationId() + "-" + DialogueSettings.STORE + "-changelog";
  }

  /** Says whether events are repartitioned by the dialogue that they name. */
  public boolean repartitions() {
    return !getString(DIALOGUE_POINTER).isEmpty();
  }

  /** Returns the topic that brings the events of a dialogue together, where there is one. */
  public String repartitionTopic() {
    return applicationId() + "-dialogue-repartition";
  }

  /**
   * Returns what Kafka Streams is told: Kafka's own keys, with Garam's defaults where unset, and
   * the values that config providers gave in place of references to them.
   */
  public Map<String, Object> streamsProperties() {
    Map<String, Object> properties = new HashMap<>();
    values().forEach((key, value) -> putKafkaKey(properties, key, value));
    originals().forEach((key, value) -> putKafkaKey(properties, key, value));
    for (String key : PRODUCER_DEFAULTS) {
      String prefixed = StreamsConfig.producerPrefix(key);
      if (originals().containsKey(key) && !originals().containsKey(prefixed)) {
        properties.remove(prefixed);
      }
    }
    properties.put(
        StreamsConfig.mainConsumerPrefix(ConsumerConfig.MAX_POLL_RECORDS_CONFIG),
        getInt(BATCH_MAX_RECORDS));
    return properties;
  }

  /**
   * Returns the interceptors that the main consumer has been given by the user, whichever prefix
   * they came under.
   */
  public List<String> userInterceptors() {
    Object found =
        new StreamsConfig(streamsProperties())
            .getMainConsumerConfigs("", "", 0)
            .getOrDefault(ConsumerConfig.INTERCEPTOR_CLASSES_CONFIG, List.of());
    List<String> names = new ArrayList<>();
    for (Object name :
        found instanceof List<?> list ? list : List.of(found.toString().split(","))) {
      String trimmed = name instanceof Class<?> type ? type.getName() : name.toString().trim();
      if (!trimmed.isEmpty()) {
        names.add(trimmed);
      }
    }
    return names;
  }

  private static void putKafkaKey(Map<String, Object> properties, String key, Object value) {
    if (!key.startsWith(OWN_PREFIX) && !ProvidedValues.isProviderKey(key)) {
      properties.put(key, value);
    }
  }

  private void checkTopics() {
    List<String> topics = List.of(inputTopic(), outputTopic(), deadLetterTopic());
    if (topics.stream().distinct().count() < topics.size()) {
      throw new ConfigException(
          "the topics "
              + inputTopic()
              + " (input), "
              + outputTopic()
              + " (output) and "
              + deadLetterTopic()
              + " (dead letters) must all differ, or the tagger would read what it wrote");
    }
  }
}
