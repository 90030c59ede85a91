package io.garam.streams.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.core.JsonPointer;
import io.garam.streams.batching.EventTime;
import io.garam.streams.batching.InFlightRecords;
import io.garam.streams.batching.ModelChoice;
import io.garam.streams.batching.Preparation;
import io.garam.streams.batching.PreparedDeserializer;
import io.garam.streams.batching.PreparedSerde;
import io.garam.streams.batching.RecordTime;
import io.garam.streams.batching.StoryModel;
import io.garam.streams.deadletters.DeadLetterHeaders;
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
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.apache.kafka.common.compress.Compression;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Events that name their dialogue, whatever their key is. */
class RepartitionTest {

  private static final String TOPIC = "test-dialogue-repartition";
  private static final int MAX_EVENT_BYTES = 8_192;
  private static final int MAX_REQUEST_SIZE = 4_096;

  private final OutputLimits limits =
      OutputLimits.unknown("intents", null, "dead", MAX_REQUEST_SIZE, Compression.NONE)
          .repartitioning(TOPIC);
  private final TaggingCounter statistics = new TaggingCounter();
  private final TopologyTestDriver driver = driver();
  private final TestInputTopic<String, byte[]> utterances =
      driver.createInputTopic("utterances", new StringSerializer(), new ByteArraySerializer());
  private final TestOutputTopic<String, byte[]> repartitioned = output(TOPIC);
  private final TestOutputTopic<String, byte[]> intents = output("intents");
  private final TestOutputTopic<String, byte[]> deadLetters = output("dead");

  private TestOutputTopic<String, byte[]> output(String topic) {
    return driver.createOutputTopic(topic, new StringDeserializer(), new ByteArrayDeserializer());
  }

  private TopologyTestDriver driver() {
    StoryModel model = new StoryModel("m");
    EventReader reader =
        new EventReader(
            Map.of(
                EventField.TEXT, JsonPointer.compile("/text"),
                EventField.END, JsonPointer.compile("/end"),
                EventField.DIALOGUE, JsonPointer.compile("/call/id")),
            ExistingIntent.REFUSE,
            MAX_EVENT_BYTES);
    DeadLetterHandler.Destination destination =
        new DeadLetterHandler.Destination(
            "dead",
            () -> limits,
            new RefusedRecords(Set.of("intents", TOPIC), "dead"),
            statistics,
            new Repartition(TOPIC));
    Properties properties = new Properties();
    properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "test");
    properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "unused:1");
    properties.put(
        StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, DeadLetterHandler.class);
    properties.put(DeadLetterHandler.DESTINATION, destination);
    StreamsBuilder builder = new StreamsBuilder();
    new TaggingTopology(
            List.of("utterances"),
            new PreparedSerde(
                new PreparedDeserializer(
                    new Preparation(reader, ModelChoice.always(model), statistics))),
            new EventTime(RecordTime::new, () -> limits),
            () -> new DialogueKeyProcessor(reader, () -> limits, destination),
            new TaggingProcessorSupplier(
                ModelChoice.always(model),
                new DialogueSettings(Duration.ofHours(1), StoreKind.MEMORY),
                () -> limits,
                statistics,
                new InFlightRecords(),
                destination,
                new GuardedListener(TaggedEventListener.NONE),
                new Shadows()))
        .addTo(builder)
        .to("intents", Produced.with(Serdes.ByteArray(), TaggedEvent.serde()));
    return new TopologyTestDriver(builder.build(), properties);
  }

  @AfterEach
  void close() {
    driver.close();
  }

  private static byte[] event(String dialogue, String more) {
    return ("{\"text\":\"a\",\"call\":{\"id\":" + dialogue + "}" + more + "}").getBytes(UTF_8);
  }

  private void pipe(String key, byte[] value) {
    utterances.pipeInput(new TestRecord<>(key, value, new RecordHeaders(), 1_000L));
  }

  private static String header(Headers headers, String key) {
    return new String(headers.lastHeader(key).value(), UTF_8);
  }

  private static String place(TestRecord<String, byte[]> output) {
    String value = new String(output.value(), UTF_8);
    return value.substring(value.indexOf("\"dialogue\":{") + 11, value.lastIndexOf("}}"));
  }

  @Test
  void theDialogueIsTheKeyAndNothingElseIsChanged() {
    Headers headers = new RecordHeaders().add("trace", new byte[] {1}).add("garam.source", null);
    byte[] value = event("\"d-1\"", ", \"n\": 1e2");
    utterances.pipeInput(new TestRecord<>("m-17", value, headers, 1_234L));
    TestRecord<String, byte[]> between = repartitioned.readRecord();
    assertThat(between.key()).isEqualTo("d-1");
    assertThat(between.value()).isEqualTo(value);
    assertThat(between.timestamp()).isEqualTo(1_234);
    assertThat(between.headers())
        .map(header -> header.key())
        .containsExactly("trace", "garam.source", "garam.source", "garam.key");
    assertThat(header(between.headers(), "garam.source")).isEqualTo("utterances-0@0");
    assertThat(header(between.headers(), "garam.key")).isEqualTo("m-17");

    TestRecord<String, byte[]> output = intents.readRecord();
    assertThat(output.key()).isEqualTo("d-1");
    assertThat(output.timestamp()).isEqualTo(1_234);
    assertThat(output.headers())
        .isEqualTo(new RecordHeaders(headers).add("garam.key", "m-17".getBytes(UTF_8)));
    assertThat(new String(output.value(), UTF_8))
        .startsWith("{\"text\":\"a\",\"call\":{\"id\":\"d-1\"}, \"n\": 1e2,\"intent\":{");
  }

  @Test
  void utterancesOfADialogueMeetUnderWhateverKeyTheyCome() {
    pipe("m-1", event("\"7\"", ""));
    pipe(null, event("7", ""));
    pipe("m-1", event("\"8\"", ""));
    pipe("7", event("7", ""));
    assertThat(intents.readRecordsToList())
        .extracting(TestRecord::key, RepartitionTest::place, output -> keys(output.headers()))
        .containsExactly(
            tuple("7", "{\"utterance\":1}", List.of("garam.key")),
            tuple("7", "{\"utterance\":2}", List.of()),
            tuple("8", "{\"utterance\":1}", List.of("garam.key")),
            tuple("7", "{\"utterance\":3}", List.of()));
  }

  private static List<String> keys(Headers headers) {
    return Arrays.stream(headers.toArray()).map(header -> header.key()).toList();
  }

  @Test
  void whatNamesNoDialogueKeepsItsKey() {
    pipe("d-1", "{\"text\":\"a\"}".getBytes(UTF_8));
    pipe("d-1", event("\"\"", ""));
    pipe(null, event("{}", ""));
    pipe("d-1", null);
    pipe(null, "{\"end\":true,\"call\":{\"id\":\"d-2\"}}".getBytes(UTF_8));
    List<TestRecord<String, byte[]>> outputs = intents.readRecordsToList();
    assertThat(outputs)
        .extracting(TestRecord::key)
        .containsExactly("d-1", "d-1", "utterances-0@2", "d-1", "d-2");
    assertThat(outputs).allSatisfy(output -> assertThat(output.headers()).isEmpty());
    assertThat(outputs.get(3).value()).isNull();
    assertThat(place(outputs.get(1))).isEqualTo("{\"utterance\":2}");
    assertThat(place(outputs.get(2))).isEqualTo("{\"utterance\":1}");
  }

  /** In UTF-8 both would be the same question mark. */
  @Test
  void aNameThatIsNoUnicodeTextIsNone() {
    pipe("m-1", event("\"\\ud800\"", ""));
    pipe("m-2", event("\"\\udbff\"", ""));
    pipe("m-3", event("\"\\ud83d\\ude00\"", ""));
    assertThat(intents.readRecordsToList())
        .extracting(TestRecord::key, RepartitionTest::place)
        .containsExactly(
            tuple("m-1", "{\"utterance\":1}"),
            tuple("m-2", "{\"utterance\":1}"),
            tuple("\ud83d\ude00", "{\"utterance\":1}"));
  }

  @Test
  void numbersCountByTheirCharacters() {
    pipe("m-1", event("7", ""));
    pipe("m-2", event("\"7\"", ""));
    pipe("m-3", event("7.0", ""));
    assertThat(intents.readRecordsToList())
        .extracting(TestRecord::key)
        .containsExactly("7", "7", "7.0");
  }

  /** A key may take nearly all that a record holds, and must not go over the topic twice. */
  @Test
  void aLargeKeyThatStaysFits() {
    String large = "k".repeat(MAX_REQUEST_SIZE / 2);
    pipe(large, "{\"text\":\"a\"}".getBytes(UTF_8));
    assertThat(keys(repartitioned.readRecord().headers()))
        .containsExactly("garam.source", "garam.key.same");
    TestRecord<String, byte[]> output = intents.readRecord();
    assertThat(output.key()).isEqualTo(large);
    assertThat(output.headers()).isEmpty();
    assertThat(deadLetters.isEmpty()).isTrue();
  }

  /** What an event brings is its own as long as nobody has another key to say. */
  @Test
  void aHeaderOfThatNamePassesThroughWhereTheKeyStays() {
    Headers headers = new RecordHeaders().add("garam.key", "earlier".getBytes(UTF_8));
    utterances.pipeInput(new TestRecord<>("7", event("7", ""), headers, 1_000L));
    assertThat(intents.readRecord().headers()).isEqualTo(headers);
  }

  /** Kafka Streams drops what has no key before a repartition topic. */
  @Test
  void whatHasNeitherDialogueNorKeyIsTaggedAndNotRemembered() {
    pipe(null, "{\"text\":\"a\"}".getBytes(UTF_8));
    pipe(null, event("\"d-1\"", ""));
    assertThat(intents.readRecordsToList()).hasSize(2);
    List<String> remembered = new ArrayList<>();
    try (KeyValueIterator<Bytes, DialogueEntry> entries =
        driver.<Bytes, DialogueEntry>getKeyValueStore(DialogueSettings.STORE).all()) {
      entries.forEachRemaining(entry -> remembered.add(new String(entry.key.get(), UTF_8)));
    }
    assertThat(remembered).containsExactly("d-1");
  }

  /** Whether it fails before the repartition topic or behind it. */
  @Test
  void aDeadLetterIsOfTheEventAsItCame() {
    Headers headers = new RecordHeaders().add("trace", new byte[] {1});
    byte[] taken = event("\"d-1\"", ",\"intent\":\"mine\"");
    byte[] broken = "no json".getBytes(UTF_8);
    utterances.pipeInput(new TestRecord<>("m-0", event("1", ""), headers, 1_000L));
    utterances.pipeInput(new TestRecord<>("m-1", taken, headers, 2_000L));
    utterances.pipeInput(new TestRecord<>("m-2", broken, headers, 3_000L));
    assertThat(repartitioned.readRecordsToList()).hasSize(2);
    assertThat(intents.readRecordsToList()).hasSize(1);
    List<TestRecord<String, byte[]>> letters = deadLetters.readRecordsToList();
    assertThat(letters).extracting(TestRecord::key).containsExactly("m-1", "m-2");
    assertThat(letters).extracting(TestRecord::value).containsExactly(taken, broken);
    assertThat(letters).extracting(TestRecord::timestamp).containsExactly(2_000L, 3_000L);
    assertThat(letters)
        .extracting(letter -> header(letter.headers(), DeadLetterHeaders.REASON))
        .containsExactly("intent-exists", "not-json");
    for (int i = 0; i < letters.size(); i++) {
      Headers found = letters.get(i).headers();
      assertThat(header(found, DeadLetterHeaders.TOPIC)).isEqualTo("utterances");
      assertThat(header(found, DeadLetterHeaders.OFFSET)).isEqualTo(Integer.toString(i + 1));
      assertThat(keys(found))
          .filteredOn(key -> !DeadLetterHeaders.isOne(key))
          .containsExactly("trace");
    }
    assertThat(statistics.counts().deadLetters()).isEqualTo(2);
  }

  @Test
  void whatTheRepartitionTopicWouldNotTakeIsADeadLetter() {
    pipe("m-1", event("\"" + "d".repeat(MAX_REQUEST_SIZE - 400) + "\"", ""));
    pipe("m-2", event("1", ",\"padding\":\"" + "x".repeat(MAX_EVENT_BYTES) + "\""));
    utterances.pipeInput(
        new TestRecord<>("m-3", event("1", ""), new RecordHeaders(), OutputLimits.LATEST + 1));
    pipe("m-4", event("1", ""));
    assertThat(repartitioned.readRecordsToList()).hasSize(1);
    List<TestRecord<String, byte[]>> letters = deadLetters.readRecordsToList();
    assertThat(letters).extracting(TestRecord::key).containsExactly("m-1", "m-2", "m-3");
    assertThat(letters)
        .extracting(letter -> header(letter.headers(), DeadLetterHeaders.REASON))
        .containsExactly("output-too-large", "event-too-large", "time-refused");
    assertThat(header(letters.get(0).headers(), DeadLetterHeaders.MESSAGE))
        .startsWith("Expected the event with its dialogue as key to fit: ");
    assertThat(intents.readRecord().timestamp()).isEqualTo(1_000);
  }
}
