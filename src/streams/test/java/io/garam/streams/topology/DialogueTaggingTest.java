package io.garam.streams.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.garam.nlu.io.Json;
import io.garam.streams.batching.BatchingInterceptor;
import io.garam.streams.batching.EventTime;
import io.garam.streams.batching.InFlightRecords;
import io.garam.streams.batching.Preparation;
import io.garam.streams.batching.PreparedDeserializer;
import io.garam.streams.batching.PreparedSerde;
import io.garam.streams.batching.RecordTime;
import io.garam.streams.batching.StoryModel;
import io.garam.streams.event.EventField;
import io.garam.streams.event.EventReader;
import io.garam.streams.limits.OutputLimits;
import io.garam.streams.memory.DialogueEntry;
import io.garam.streams.memory.DialogueSettings;
import io.garam.streams.memory.DialogueSettings.StoreKind;
import io.garam.streams.output.TaggedEvent;
import io.garam.streams.refusal.RefusedRecords;
import io.garam.streams.statistics.TaggingCounter;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.compress.Compression;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class DialogueTaggingTest {

  private static final long MINUTE = Duration.ofMinutes(1).toMillis();
  private static final int MAX_REQUEST_SIZE = 4096;
  private static final OutputLimits LIMITS =
      OutputLimits.unknown("intents", null, "dead", MAX_REQUEST_SIZE, Compression.NONE);

  @TempDir Path folder;

  private final List<TopologyTestDriver> drivers = new ArrayList<>();

  @AfterEach
  void close() {
    drivers.forEach(TopologyTestDriver::close);
  }

  private Partition partition() {
    return new Partition(new StoryModel("d1"), StoreKind.MEMORY);
  }

  /** A tagger of one partition, with an idle time of an hour. */
  private final class Partition {

    final TaggingCounter statistics = new TaggingCounter();
    final StoryModel model;
    private final BatchingInterceptor interceptor = new BatchingInterceptor();
    private final TopologyTestDriver driver;
    private final TestInputTopic<byte[], byte[]> utterances;
    private final TestOutputTopic<byte[], byte[]> intents;
    final TestOutputTopic<byte[], byte[]> deadLetters;

    Partition(StoryModel model, StoreKind kind) {
      this.model = model;
      Preparation preparation =
          new Preparation(
              new EventReader(
                  Map.of(
                      EventField.TEXT, JsonPointer.compile("/text"),
                      EventField.SPEAKER, JsonPointer.compile("/speaker"),
                      EventField.UTTERANCE, JsonPointer.compile("/id"),
                      EventField.END, JsonPointer.compile("/end")),
                  1 << 20),
              model,
              statistics);
      InFlightRecords inFlightRecords = new InFlightRecords();
      interceptor.configure(
          Map.of(
              BatchingInterceptor.PREPARATION, preparation,
              BatchingInterceptor.IN_FLIGHT, inFlightRecords,
              BatchingInterceptor.TOPICS, List.of("utterances")));
      DeadLetterHandler.Destination destination =
          new DeadLetterHandler.Destination(
              "dead", () -> LIMITS, new RefusedRecords("intents", "dead"), statistics);
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
              new TaggingProcessorSupplier(
                  model,
                  new DialogueSettings(Duration.ofHours(1), kind),
                  () -> LIMITS,
                  statistics,
                  inFlightRecords,
                  destination))
          .addTo(builder)
          .to("intents", Produced.with(Serdes.ByteArray(), TaggedEvent.serde()));
      driver = new TopologyTestDriver(builder.build(), properties);
      drivers.add(driver);
      utterances =
          driver.createInputTopic(
              "utterances", new ByteArraySerializer(), new ByteArraySerializer());
      intents =
          driver.createOutputTopic(
              "intents", new ByteArrayDeserializer(), new ByteArrayDeserializer());
      deadLetters =
          driver.createOutputTopic(
              "dead", new ByteArrayDeserializer(), new ByteArrayDeserializer());
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
    void restore(Partition other) {
      try (KeyValueIterator<Bytes, DialogueEntry> entries = other.store().all()) {
        entries.forEachRemaining(entry -> store().put(entry.key, entry.value));
      }
    }

    /** Returns the intents of records that came together in one poll. */
    List<JsonNode> poll(List<Utterance> said) throws IOException {
      List<ConsumerRecord<byte[], byte[]>> records = said.stream().map(Utterance::record).toList();
      interceptor.onConsume(
          new ConsumerRecords<>(Map.of(new TopicPartition("utterances", 0), records), Map.of()));
      return tag(records);
    }

    /** Returns the intent of a record that came without a batch, nothing if it was not tagged. */
    List<JsonNode> tagAlone(Utterance said) throws IOException {
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
            output == null
                ? MissingNode.getInstance()
                : Json.MAPPER.readTree(output).path("intent"));
      }
      return answers;
    }

    JsonNode say(Utterance said) throws IOException {
      return tagAlone(said).stream().findFirst().orElseGet(MissingNode::getInstance);
    }

    JsonNode say(String dialogue, String text, long minute) throws IOException {
      return say(utterance(dialogue, text, minute));
    }
  }

  private record Utterance(String dialogue, String json, long time) {
    ConsumerRecord<byte[], byte[]> record() {
      return new ConsumerRecord<>(
          "utterances",
          0,
          0,
          time,
          TimestampType.CREATE_TIME,
          0,
          0,
          dialogue == null ? null : dialogue.getBytes(UTF_8),
          json == null ? null : json.getBytes(UTF_8),
          new RecordHeaders(),
          Optional.empty());
    }
  }

  private static Utterance utterance(String dialogue, String text, long minute) {
    return new Utterance(dialogue, "{\"text\":\"" + text + "\"}", minute * MINUTE);
  }

  private static Utterance event(String dialogue, String json, long minute) {
    return new Utterance(dialogue, json.replace('\'', '"'), minute * MINUTE);
  }

  private static String label(JsonNode intent) {
    return intent.get("label").textValue();
  }

  @Test
  void eachDialogueIsRememberedByItself() throws IOException {
    Partition partition = partition();
    assertThat(label(partition.say("a", "one", 0))).isEqualTo("one");
    assertThat(label(partition.say("b", "uno", 0))).isEqualTo("uno");
    JsonNode third = partition.say("a", "two", 1);
    assertThat(label(third)).isEqualTo("one two");
    assertThat(third.get("dialogue")).hasToString("{\"utterance\":2}");
    assertThat(label(partition.say("b", "dos", 1))).isEqualTo("uno dos");
  }

  @Test
  void theSpeakerOfTheUtteranceBeforeIsRemembered() throws IOException {
    Partition partition = partition();
    partition.say(event("a", "{'text':'hello','speaker':'user'}", 0));
    partition.say(event("a", "{'text':'hi','speaker':'system'}", 0));
    assertThat(label(partition.say(event("a", "{'text':'bye','speaker':'system'}", 0))))
        .isEqualTo(">user:hello user>system:hi system>system:bye");
  }

  @Test
  void aRecordWithoutAKeyBelongsToNoDialogue() throws IOException {
    Partition partition = partition();
    partition.say(null, "one", 0);
    JsonNode second = partition.say(null, "two", 0);
    assertThat(label(second)).isEqualTo("two");
    assertThat(second.get("dialogue")).hasToString("{\"utterance\":1}");
    assertThat(partition.poll(List.of(utterance(null, "three", 0), utterance(null, "four", 0))))
        .map(DialogueTaggingTest::label)
        .containsExactly("three", "four");
    assertThat(partition.say(new Utterance(null, null, 0))).isEmpty();
    assertThat(partition.remembered()).isEmpty();
  }

  @Test
  void aDialogueIsForgottenAfterAnIdleHourAndNotBefore() throws IOException {
    Partition partition = partition();
    partition.say("a", "one", 0);
    assertThat(label(partition.say("a", "two", 60))).isEqualTo("one two");
    JsonNode later = partition.say("a", "three", 121);
    assertThat(label(later)).isEqualTo("three");
    assertThat(later.get("dialogue")).hasToString("{\"utterance\":1}");
  }

  @Test
  void idleDialoguesLeaveTheStoreThoughNothingMoreComesForThem() throws IOException {
    Partition partition = partition();
    partition.say("a", "one", 0);
    partition.say("b", "uno", 30);
    partition.say("c", "ein", 85);
    assertThat(partition.remembered()).containsExactlyInAnyOrder("b", "c");
    partition.say("c", "zwei", 100);
    assertThat(partition.remembered()).containsExactly("c");
  }

  @Test
  void itMakesNoDifferenceWhetherTheSweepHasRun() throws IOException {
    for (long gap : new long[] {59, 60, 61, 90}) {
      Partition swept = partition();
      swept.say("a", "one", 0);
      swept.say("other", "x", gap);
      Partition unswept = partition();
      unswept.say("a", "one", 0);
      DialogueEntry entry = unswept.store().get(Bytes.wrap("a".getBytes(UTF_8)));
      unswept.say("other", "x", gap);
      unswept.store().put(Bytes.wrap("a".getBytes(UTF_8)), entry);
      assertThat(swept.say("a", "two", gap))
          .as("gap of %d minutes", gap)
          .isEqualTo(unswept.say("a", "two", gap));
    }
  }

  @Test
  void aLateUtteranceIsTakenWhenItComesAndDoesNotTurnTheClockBack() throws IOException {
    Partition partition = partition();
    partition.say("a", "one", 100);
    assertThat(label(partition.say("a", "late", 10))).isEqualTo("one late");
    assertThat(label(partition.say("a", "three", 160))).isEqualTo("one late three");
  }

  @Test
  void aDialogueThatIsLateAsAWholeIsRememberedAllTheSame() throws IOException {
    Partition partition = partition();
    partition.say("other", "x", 1000);
    partition.say("a", "one", 10);
    partition.say("other", "y", 1030);
    assertThat(label(partition.say("a", "two", 11))).isEqualTo("one two");
    partition.say("other", "z", 1091);
    assertThat(label(partition.say("a", "three", 12))).isEqualTo("three");
  }

  @Test
  void aDuplicateIsTaggedAndLeavesTheMemoryAsItWas() throws IOException {
    Partition partition = partition();
    partition.say(event("a", "{'text':'one','id':1}", 0));
    partition.say(event("a", "{'text':'two','id':'x'}", 0));
    JsonNode again = partition.say(event("a", "{'text':'one','id':1}", 1));
    assertThat(again.get("dialogue")).hasToString("{\"utterance\":2,\"duplicate\":true}");
    assertThat(label(partition.say(event("a", "{'text':'three','id':3}", 1))))
        .isEqualTo("one two three");
    assertThat(label(partition.say(event("b", "{'text':'other','id':1}", 1)))).isEqualTo("other");
  }

  @Test
  void anUtteranceWithoutAnIdIsNeverADuplicate() throws IOException {
    Partition partition = partition();
    partition.say("a", "one", 0);
    assertThat(label(partition.say("a", "one", 0))).isEqualTo("one one");
  }

  @Test
  void duplicatesAreKnownForTheLastEightUtterances() throws IOException {
    Partition partition = partition();
    for (int id = 0; id <= DialogueEntry.UTTERANCES; id++) {
      partition.say(event("a", "{'text':'t','id':" + id + "}", 0));
    }
    assertThat(partition.say(event("a", "{'text':'t','id':1}", 0)).at("/dialogue/duplicate"))
        .hasToString("true");
    assertThat(partition.say(event("a", "{'text':'t','id':0}", 0)).at("/dialogue/duplicate"))
        .isEmpty();
  }

  @Test
  void anEndIsTaggedWithWhatIsRememberedAndThenAllIsForgotten() throws IOException {
    Partition partition = partition();
    partition.say("a", "one", 0);
    assertThat(label(partition.say(event("a", "{'text':'bye','end':true}", 0))))
        .isEqualTo("one bye");
    assertThat(partition.remembered()).isEmpty();
    assertThat(label(partition.say("a", "two", 0))).isEqualTo("two");
  }

  @Test
  void tombstonesAndEndsWithoutATextForgetTheDialogueAndPassAsTheyAre() throws IOException {
    Partition partition = partition();
    partition.say("a", "one", 0);
    partition.say("b", "uno", 0);
    partition.utterances.pipeInput(new TestRecord<>("a".getBytes(UTF_8), null));
    byte[] farewell = " { \"end\" : true } ".getBytes(UTF_8);
    partition.utterances.pipeInput(new TestRecord<>("b".getBytes(UTF_8), farewell));
    assertThat(partition.intents.readValue()).isNull();
    assertThat(partition.intents.readValue()).isEqualTo(farewell);
    assertThat(partition.remembered()).isEmpty();
    assertThat(partition.deadLetters.isEmpty()).isTrue();
  }

  @Test
  void anotherModelStartsTheDialogueAnewAndSaysSoOnce() throws IOException {
    Partition old = partition();
    old.say("a", "one", 0);
    old.say("idle", "x", 0);
    Partition updated = new Partition(new StoryModel("d2"), StoreKind.MEMORY);
    updated.restore(old);
    JsonNode first = updated.say("a", "two", 1);
    assertThat(label(first)).isEqualTo("two");
    assertThat(first.get("dialogue"))
        .hasToString("{\"utterance\":1,\"restarted\":\"other model\"}");
    JsonNode second = updated.say("a", "three", 2);
    assertThat(label(second)).isEqualTo("two three");
    assertThat(second.get("dialogue")).hasToString("{\"utterance\":2}");
    assertThat(updated.say("new", "x", 2).get("dialogue")).hasToString("{\"utterance\":1}");
    assertThat(updated.say("idle", "x", 61).get("dialogue")).hasToString("{\"utterance\":1}");
  }

  @Test
  void aDeadLetterLeavesTheMemoryAsItWas() throws IOException {
    Partition partition = partition();
    partition.say("a", "one", 0);
    String padding = "x".repeat(MAX_REQUEST_SIZE);
    partition.say(event("a", "{'text':'two','end':true,'padding':'" + padding + "'}", 0));
    partition.say(event("a", "{'text':7,'end':true}", 0));
    partition.say(event("a", "{'text':' '}", 0));
    assertThat(partition.deadLetters.readValuesToList()).hasSize(3);
    assertThat(label(partition.say("a", "three", 0))).isEqualTo("one three");
  }

  @Test
  void aPollIsSteppedThroughInBatchesAcrossItsDialogues() throws IOException {
    Partition partition = partition();
    partition.say("a", "one", 0);
    assertThat(
            partition.poll(
                List.of(
                    utterance("a", "two", 0),
                    utterance("b", "uno", 0),
                    utterance("a", "three", 0),
                    utterance("c", "ein", 0),
                    utterance("b", "dos", 0))))
        .map(DialogueTaggingTest::label)
        .containsExactly("one two", "uno", "one two three", "ein", "uno dos");
    assertThat(partition.model.runs()).containsExactly(1, 3, 2);
    assertThat(partition.statistics.counts().speculativeSteps()).isEqualTo(5);
    assertThat(partition.statistics.counts().steppedAlone()).isEqualTo(1);
  }

  static IntStream seeds() {
    return IntStream.range(0, 20);
  }

  /** Ends, duplicates, late and idle dialogues, dead letters, in polls of any size. */
  @ParameterizedTest
  @MethodSource("seeds")
  void whatIsPolledTogetherMakesNoDifference(int seed) throws IOException {
    Random random = new Random(seed);
    List<Utterance> stream = stream(random, 400);
    Partition alone = partition();
    List<JsonNode> expected = new ArrayList<>();
    for (Utterance utterance : stream) {
      expected.addAll(alone.tagAlone(utterance));
    }
    Partition together = partition();
    List<JsonNode> found = new ArrayList<>();
    for (int from = 0; from < stream.size(); ) {
      int to = Math.min(stream.size(), from + 1 + random.nextInt(100));
      found.addAll(together.poll(stream.subList(from, to)));
      from = to;
    }
    assertThat(found).isEqualTo(expected);
    assertThat(alone.statistics.counts().speculativeSteps()).isZero();
    assertThat(together.statistics.counts().speculativeSteps()).isGreaterThan(100);
    assertThat(together.statistics.counts().steppedAlone()).isPositive();
    assertThat(together.remembered()).isEqualTo(alone.remembered());
  }

  private static List<Utterance> stream(Random random, int length) {
    List<Utterance> stream = new ArrayList<>();
    long minute = 1000;
    for (int i = 0; i < length; i++) {
      minute += random.nextInt(100) == 0 ? 70 : random.nextInt(2);
      String dialogue = random.nextInt(30) == 0 ? null : "d" + random.nextInt(12);
      int kind = random.nextInt(40);
      String json =
          "{'text':'"
              + (kind == 0 ? " " : "t" + i)
              + "','speaker':'s"
              + random.nextInt(2)
              + "','id':"
              + (kind == 1 ? i - random.nextInt(20) : i)
              + ",'end':"
              + (kind == 2)
              + (kind == 3 ? ",'padding':'" + "x".repeat(MAX_REQUEST_SIZE) + "'" : "")
              + "}";
      stream.add(
          kind == 4
              ? new Utterance(dialogue, null, minute * MINUTE)
              : event(dialogue, json, random.nextInt(10) == 0 ? minute - 50 : minute));
    }
    return stream;
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void memoryAndRocksDbAnswerTheSame(StoreKind kind) throws IOException {
    List<Utterance> stream = stream(new Random(1), 400);
    List<JsonNode> expected = partition().poll(stream);
    assertThat(new Partition(new StoryModel("d1"), kind).poll(stream)).isEqualTo(expected);
  }
}
