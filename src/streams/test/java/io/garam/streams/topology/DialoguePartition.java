package io.garam.streams.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.garam.nlu.io.Json;
import io.garam.streams.batching.BatchingInterceptor;
import io.garam.streams.batching.EventTime;
import io.garam.streams.batching.InFlightRecords;
import io.garam.streams.batching.ModelChoice;
import io.garam.streams.batching.Preparation;
import io.garam.streams.batching.PreparedDeserializer;
import io.garam.streams.batching.PreparedSerde;
import io.garam.streams.batching.RecordTime;
import io.garam.streams.batching.StoryModel;
import io.garam.streams.event.EventField;
import io.garam.streams.event.EventReader;
import io.garam.streams.event.ExistingIntent;
import io.garam.streams.limits.OutputLimits;
import io.garam.streams.memory.DialogueEntry;
import io.garam.streams.memory.DialogueSettings;
import io.garam.streams.memory.DialogueSettings.StoreKind;
import io.garam.streams.output.TaggedEvent;
import io.garam.streams.output.TaggedEventListener;
import io.garam.streams.refusal.RefusedRecords;
import io.garam.streams.shadow.Shadows;
import io.garam.streams.statistics.TaggingCounter;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.compress.Compression;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.test.TestRecord;

/** A tagger of one partition whose model follows dialogues, with an idle time of an hour. */
final class DialoguePartition implements AutoCloseable {

  static final int MAX_REQUEST_SIZE = 4096;
  private static final OutputLimits LIMITS =
      OutputLimits.unknown("intents", null, "dead", MAX_REQUEST_SIZE, Compression.NONE);

  static final EventReader EVENTS =
      new EventReader(
          Map.of(
              EventField.TEXT, JsonPointer.compile("/text"),
              EventField.SPEAKER, JsonPointer.compile("/speaker"),
              EventField.UTTERANCE, JsonPointer.compile("/id"),
              EventField.END, JsonPointer.compile("/end")),
          ExistingIntent.REPLACE,
          1 << 20);

  final TaggingCounter statistics = new TaggingCounter();
  final StoryModel model;
  private final BatchingInterceptor interceptor = new BatchingInterceptor();
  private final TopologyTestDriver driver;
  final TestInputTopic<byte[], byte[]> utterances;
  final TestOutputTopic<byte[], byte[]> intents;
  final TestOutputTopic<byte[], byte[]> deadLetters;

  /**
   * @param folder where the store is, if it is on disk
   */
  DialoguePartition(Path folder, StoryModel model, StoreKind kind) {
    this(folder, model, ModelChoice.always(model), kind);
  }

  DialoguePartition(Path folder, StoryModel model, ModelChoice models, StoreKind kind) {
    this.model = model;
    Preparation preparation = new Preparation(EVENTS, models, statistics);
    InFlightRecords inFlightRecords = new InFlightRecords();
    interceptor.configure(
        Map.of(
            BatchingInterceptor.PREPARATION, preparation,
            BatchingInterceptor.IN_FLIGHT, inFlightRecords,
            BatchingInterceptor.TOPICS, List.of("utterances")));
    DeadLetterHandler.Destination destination =
        new DeadLetterHandler.Destination(
            "dead",
            () -> LIMITS,
            new RefusedRecords(Set.of("intents"), "dead"),
            statistics,
            Repartition.NONE);
    Properties properties = new Properties();
    properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "test");
    properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "unused:1");
    properties.put(StreamsConfig.STATE_DIR_CONFIG, folder.toString());
    properties.put(
        StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, DeadLetterHandler.class);
    properties.put(DeadLetterHandler.DESTINATION, destination);
    StreamsBuilder builder = new StreamsBuilder();
    new TaggingTopology(
            List.of("utterances"),
            new PreparedSerde(new PreparedDeserializer(preparation)),
            new EventTime(RecordTime::new, () -> LIMITS),
            null,
            new TaggingProcessorSupplier(
                models,
                new DialogueSettings(Duration.ofHours(1), kind),
                () -> LIMITS,
                statistics,
                inFlightRecords,
                destination,
                new GuardedListener(TaggedEventListener.NONE),
                new Shadows()))
        .addTo(builder)
        .to("intents", Produced.with(Serdes.ByteArray(), TaggedEvent.serde()));
    driver = new TopologyTestDriver(builder.build(), properties);
    utterances =
        driver.createInputTopic("utterances", new ByteArraySerializer(), new ByteArraySerializer());
    intents =
        driver.createOutputTopic(
            "intents", new ByteArrayDeserializer(), new ByteArrayDeserializer());
    deadLetters =
        driver.createOutputTopic("dead", new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  KeyValueStore<Bytes, DialogueEntry> store() {
    return driver.getKeyValueStore(DialogueSettings.STORE);
  }

  List<String> remembered() {
    List<String> dialogues = new ArrayList<>();
    try (KeyValueIterator<Bytes, DialogueEntry> entries = store().all()) {
      entries.forEachRemaining(entry -> dialogues.add(new String(entry.key.get(), UTF_8)));
    }
    return dialogues;
  }

  /** Takes over what another partition's tagger has stored, as after a restart. */
  void restore(DialoguePartition other) {
    try (KeyValueIterator<Bytes, DialogueEntry> entries = other.store().all()) {
      entries.forEachRemaining(entry -> store().put(entry.key, entry.value));
    }
  }

  /** Returns the intents of records that came together in one poll. */
  List<JsonNode> poll(List<Said> said) throws IOException {
    List<ConsumerRecord<byte[], byte[]>> records = said.stream().map(Said::record).toList();
    interceptor.onConsume(
        new ConsumerRecords<>(Map.of(new TopicPartition("utterances", 0), records), Map.of()));
    return tag(records);
  }

  /** Returns the intent of a record that came without a batch, nothing if it was not tagged. */
  List<JsonNode> tagAlone(Said said) throws IOException {
    return tag(List.of(said.record()));
  }

  private List<JsonNode> tag(List<ConsumerRecord<byte[], byte[]>> records) throws IOException {
    for (ConsumerRecord<byte[], byte[]> record : records) {
      utterances.pipeInput(
          new TestRecord<>(record.key(), record.value(), record.headers(), record.timestamp()));
    }
    List<JsonNode> answers = new ArrayList<>();
    for (byte[] output : intents.readValuesToList()) {
      answers.add(
          output == null ? MissingNode.getInstance() : Json.MAPPER.readTree(output).path("intent"));
    }
    return answers;
  }

  JsonNode say(Said said) throws IOException {
    return tagAlone(said).stream().findFirst().orElseGet(MissingNode::getInstance);
  }

  JsonNode say(String dialogue, String text, long minute) throws IOException {
    return say(Said.utterance(dialogue, text, minute));
  }

  @Override
  public void close() {
    driver.close();
  }
}
