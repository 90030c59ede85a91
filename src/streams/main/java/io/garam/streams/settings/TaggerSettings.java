package io.garam.streams.settings;

import com.fasterxml.jackson.core.JsonPointer;
import io.garam.nlu.GaramException;
import io.garam.streams.client.Brokers;
import io.garam.streams.config.GaramConfig;
import io.garam.streams.event.EventField;
import io.garam.streams.event.EventReader;
import io.garam.streams.event.ExistingIntent;
import io.garam.streams.limits.CompressionSettings;
import io.garam.streams.limits.OutputLimits;
import io.garam.streams.memory.DialogueSettings;
import io.garam.streams.memory.DialogueSettings.StoreKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.Configurable;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.processor.TimestampExtractor;

/** Settings of a tagger's parts, as the {@link GaramConfig configuration} has them. */
public record TaggerSettings(GaramConfig config) {

  private static final String CLASSIC = "classic";

  /** Returns where the fields of an event are. */
  public Map<EventField, JsonPointer> pointers() {
    Map<EventField, JsonPointer> pointers = new EnumMap<>(EventField.class);
    pointers.put(EventField.TEXT, pointer(GaramConfig.TEXT_POINTER));
    pointers.put(EventField.SPEAKER, pointer(GaramConfig.SPEAKER_POINTER));
    pointers.put(EventField.UTTERANCE, pointer(GaramConfig.UTTERANCE_POINTER));
    pointers.put(EventField.END, pointer(GaramConfig.END_POINTER));
    pointers.put(EventField.INTENT, pointer(GaramConfig.INTENT_POINTER));
    if (config.repartitions()) {
      pointers.put(EventField.DIALOGUE, pointer(GaramConfig.DIALOGUE_POINTER));
    }
    return pointers;
  }

  private JsonPointer pointer(String key) {
    return JsonPointer.compile(config.getString(key));
  }

  /** Returns the reader of events. */
  public EventReader events() {
    return isText()
        ? ofText()
        : new EventReader(pointers(), existingIntent(), config.maxEventBytes());
  }

  /** Says whether a value is the text itself and no JSON. */
  public boolean isText() {
    return config.getString(GaramConfig.INPUT_FORMAT).equals(GaramConfig.TEXT);
  }

  /** Returns the reader that makes an event of a text. */
  public EventReader ofText() {
    return EventReader.ofTexts(pointers(), existingIntent(), config.maxEventBytes());
  }

  /** Returns the reader of events as the output topic has them, which are JSON in any case. */
  public EventReader output() {
    return new EventReader(pointers(), ExistingIntent.REPLACE, Integer.MAX_VALUE);
  }

  private ExistingIntent existingIntent() {
    boolean replaces = config.getString(GaramConfig.INTENT_EXISTING).equals(GaramConfig.REPLACE);
    return replaces ? ExistingIntent.REPLACE : ExistingIntent.REFUSE;
  }

  /** Returns how dialogues are remembered, where the model follows them. */
  public DialogueSettings dialogues() {
    return new DialogueSettings(
        config.dialogueIdle(),
        StoreKind.valueOf(config.getString(GaramConfig.DIALOGUE_STORE).toUpperCase(Locale.ROOT)));
  }

  /** Returns the brokers, to be asked and read. */
  public Brokers brokers() {
    return new Brokers(config.streamsProperties(), config.connectTimeoutMs());
  }

  /**
   * Returns after how long without a sign of life the group takes away the partitions of an
   * instance; empty where that is for the brokers to say, under the group protocol of Kafka
   * Streams.
   */
  public Optional<Duration> sessionTimeout() {
    StreamsConfig streams = new StreamsConfig(config.streamsProperties());
    if (!streams.getString(StreamsConfig.GROUP_PROTOCOL_CONFIG).equalsIgnoreCase(CLASSIC)) {
      return Optional.empty();
    }
    Object unset =
        ConsumerConfig.configDef().defaultValues().get(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG);
    Object set =
        streams
            .getMainConsumerConfigs("", "", 0)
            .getOrDefault(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, unset);
    return Optional.of(Duration.ofMillis(Long.parseLong(String.valueOf(set).trim())));
  }

  /**
   * Returns what is known of the topics before the brokers have said anything.
   *
   * @param outputTopic empty where there is none
   * @param dialogues whether the model follows dialogues
   */
  public OutputLimits unknownLimits(String outputTopic, boolean dialogues) {
    OutputLimits limits =
        OutputLimits.unknown(
            outputTopic,
            dialogues ? config.changelogTopic() : null,
            config.deadLetterTopic(),
            config.maxRequestSize(),
            CompressionSettings.of(
                config.producerSetting(ProducerConfig.COMPRESSION_TYPE_CONFIG),
                key -> Optional.of(config.producerSetting(key))));
    return config.repartitions() ? limits.repartitioning(config.repartitionTopic()) : limits;
  }

  /**
   * Returns what makes timestamp extractors of the configured class.
   *
   * @throws GaramException if the class is no timestamp extractor
   */
  public Supplier<TimestampExtractor> timestampExtractors() {
    Class<?> type = config.timestampExtractor();
    if (!TimestampExtractor.class.isAssignableFrom(type)) {
      throw new GaramException(
          "Expected a timestamp extractor of Kafka Streams for "
              + StreamsConfig.DEFAULT_TIMESTAMP_EXTRACTOR_CLASS_CONFIG
              + ", but "
              + type.getName()
              + " is none; name a class that implements TimestampExtractor.");
    }
    return () -> {
      TimestampExtractor extractor = Utils.newInstance(type.asSubclass(TimestampExtractor.class));
      if (extractor instanceof Configurable configurable) {
        configurable.configure(config.streamsProperties());
      }
      return extractor;
    };
  }

  /**
   * Returns the topics that Kafka Streams makes for a tagger.
   *
   * @param dialogues whether the model follows dialogues
   */
  public List<String> internalTopics(boolean dialogues) {
    List<String> topics = new ArrayList<>();
    if (dialogues) {
      topics.add(config.changelogTopic());
    }
    if (config.repartitions()) {
      topics.add(config.repartitionTopic());
    }
    return topics;
  }
}
