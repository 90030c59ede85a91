package io.garam.streams.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import io.garam.streams.batching.EventTime;
import io.garam.streams.batching.InFlightRecords;
import io.garam.streams.batching.IntentModel;
import io.garam.streams.batching.KeywordModel;
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
import io.garam.streams.event.ReasonCode;
import io.garam.streams.event.UntaggableEventException;
import io.garam.streams.limits.OutputLimits;
import io.garam.streams.memory.DialogueSettings;
import io.garam.streams.memory.DialogueSettings.StoreKind;
import io.garam.streams.output.TaggedEvent;
import io.garam.streams.output.TaggedEventListener;
import io.garam.streams.refusal.RefusedRecords;
import io.garam.streams.shadow.Agreement;
import io.garam.streams.shadow.Agreement.OfLabel;
import io.garam.streams.shadow.Shadow;
import io.garam.streams.shadow.Shadows;
import io.garam.streams.statistics.TaggingCounter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.apache.kafka.common.compress.Compression;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TaggingTopologyTest {

  private static final int MAX_EVENT_BYTES = 1 << 20;
  private static final int MAX_REQUEST_SIZE = 4096;

  private static OutputLimits limitsOf(int requestBytes) {
    return OutputLimits.unknown("intents", null, "dead", requestBytes, Compression.NONE);
  }

  private OutputLimits limits = limitsOf(MAX_REQUEST_SIZE);
  private final TaggingCounter statistics = new TaggingCounter();
  private final List<String> heard = new ArrayList<>();
  private final TaggedEventListener listener =
      record -> {
        heard.add(record.at() + " " + record.intent().label());
        if (record.timestamp() == 13) {
          throw new IllegalStateException("a listener that fails");
        }
      };
  private final Shadows shadows = new Shadows();
  private final TopologyTestDriver driver = driver();
  private final TestInputTopic<String, byte[]> utterances =
      driver.createInputTopic("utterances", new StringSerializer(), new ByteArraySerializer());
  private final TestOutputTopic<String, byte[]> intents =
      driver.createOutputTopic("intents", new StringDeserializer(), new ByteArrayDeserializer());
  private final TestOutputTopic<String, byte[]> deadLetters =
      driver.createOutputTopic("dead", new StringDeserializer(), new ByteArrayDeserializer());

  private TopologyTestDriver driver() {
    IntentModel model = new KeywordModel();
    Preparation preparation =
        new Preparation(
            new EventReader(
                Map.of(EventField.TEXT, JsonPointer.compile("/text")),
                ExistingIntent.REPLACE,
                MAX_EVENT_BYTES),
            ModelChoice.always(model),
            statistics);
    DeadLetterHandler.Destination deadLetters =
        new DeadLetterHandler.Destination(
            "dead",
            () -> limits,
            new RefusedRecords(Set.of("intents"), "dead"),
            statistics,
            Repartition.NONE);
    Properties properties = new Properties();
    properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "test");
    properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "unused:1");
    properties.put(
        StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, DeadLetterHandler.class);
    properties.put(DeadLetterHandler.DESTINATION, deadLetters);
    StreamsBuilder builder = new StreamsBuilder();
    new TaggingTopology(
            List.of("utterances"),
            new PreparedSerde(new PreparedDeserializer(preparation)),
            new EventTime(RecordTime::new, () -> limits),
            null,
            new TaggingProcessorSupplier(
                ModelChoice.always(model),
                new DialogueSettings(Duration.ofHours(1), StoreKind.MEMORY),
                () -> limits,
                statistics,
                new InFlightRecords(),
                deadLetters,
                new GuardedListener(listener),
                shadows))
        .addTo(builder)
        .to("intents", Produced.with(Serdes.ByteArray(), TaggedEvent.serde()));
    return new TopologyTestDriver(builder.build(), properties);
  }

  @AfterEach
  void close() {
    driver.close();
  }

  private static String header(TestRecord<String, byte[]> record, String key) {
    return new String(record.headers().lastHeader(key).value(), UTF_8);
  }

  @Test
  void keyHeadersAndTimestampPassThrough() {
    RecordHeaders headers = new RecordHeaders();
    headers.add("trace", new byte[] {1}).add("trace", new byte[] {2});
    utterances.pipeInput(
        new TestRecord<>("d1", "{\"text\":\"a\"}".getBytes(UTF_8), headers, 1234L));
    TestRecord<String, byte[]> output = intents.readRecord();
    assertThat(output.key()).isEqualTo("d1");
    assertThat(output.timestamp()).isEqualTo(1234);
    assertThat(output.headers()).isEqualTo(headers);
    assertThat(new String(output.value(), UTF_8))
        .startsWith("{\"text\":\"a\",\"intent\":{\"label\":\"a\",");
  }

  @Test
  void aListenerHearsOfTaggedEventsAndItsFailuresChangeNothing() {
    utterances.pipeInput("d1", "{\"text\":\"a\"}".getBytes(UTF_8), 13L);
    utterances.pipeInput("d1", "no JSON".getBytes(UTF_8), 14L);
    utterances.pipeInput("d1", null);
    utterances.pipeInput("d1", "{\"text\":\"b\"}".getBytes(UTF_8), 13L);

    assertThat(heard).containsExactly("utterances-0@0 a", "utterances-0@3 b");
    assertThat(intents.getQueueSize()).isEqualTo(3);
    assertThat(deadLetters.getQueueSize()).isEqualTo(1);
  }

  @Test
  void aShadowHasWhatIsTaggedAndHearsWhereADialogueEnds() {
    Shadow shadow = Shadow.start(new StoryModel("0"), "0", intent -> true);
    shadows.add(shadow);
    utterances.pipeInput("d1", "{\"text\":\"a\"}".getBytes(UTF_8));
    utterances.pipeInput("d1", "no JSON".getBytes(UTF_8));
    utterances.pipeInput("d1", null);
    utterances.pipeInput("d1", "{\"text\":\"b\"}".getBytes(UTF_8));
    utterances.pipeInput("d1", "{\"text\":\"c\"}".getBytes(UTF_8));
    shadows.remove(shadow);
    utterances.pipeInput("d1", "{\"text\":\"d\"}".getBytes(UTF_8));
    shadow.close();

    // To the shadow, what was said last is "b c".
    assertThat(shadow.agreement())
        .isEqualTo(
            new Agreement(
                3,
                2,
                0,
                0,
                Map.of("a", new OfLabel(1, 1), "b", new OfLabel(1, 1), "c", new OfLabel(1, 0))));
  }

  @Test
  void aTombstonePassesThrough() {
    utterances.pipeInput("d1", null);
    assertThat(intents.readRecord())
        .satisfies(output -> assertThat(output.key()).isEqualTo("d1"))
        .satisfies(output -> assertThat(output.value()).isNull());
    assertThat(deadLetters.isEmpty()).isTrue();
    assertThat(statistics.counts().tagged()).as("a tombstone is not tagged").isZero();
    assertThat(statistics.counts().passedOn()).isEqualTo(1);
  }

  @Test
  void aModelThatJudgesEveryUtteranceAloneKeepsNoStore() {
    assertThat(driver.getAllStateStores()).isEmpty();
  }

  @Test
  void aDeadLetterIsTheOriginalWithTheReasonAndTheStreamGoesOn() {
    RecordHeaders headers = new RecordHeaders();
    headers.add("trace", new byte[] {1});
    byte[] bad = {'{', (byte) 0xFF, '}'};
    utterances.pipeInput(new TestRecord<>("d1", bad, headers, Instant.ofEpochMilli(99)));
    utterances.pipeInput("d2", "{\"text\":\"a\"}".getBytes(UTF_8));

    TestRecord<String, byte[]> letter = deadLetters.readRecord();
    assertThat(letter.key()).isEqualTo("d1");
    assertThat(letter.value()).isEqualTo(bad);
    assertThat(letter.timestamp()).isEqualTo(99);
    assertThat(letter.headers().lastHeader("trace").value()).containsExactly(1);
    assertThat(header(letter, DeadLetterHeaders.MESSAGE)).contains("UTF-8");
    assertThat(header(letter, DeadLetterHeaders.TOPIC)).isEqualTo("utterances");
    assertThat(header(letter, DeadLetterHeaders.PARTITION)).isEqualTo("0");
    assertThat(header(letter, DeadLetterHeaders.OFFSET)).isEqualTo("0");
    assertThat(intents.readRecord().key()).isEqualTo("d2");
    assertThat(statistics.counts().deadLetters()).isEqualTo(1);
    assertThat(statistics.counts().tagged()).isEqualTo(1);
  }

  @Test
  void anEventThatGrowsTooLargeIsADeadLetterWithoutItsValueIfNeedBe() {
    byte[] growsTooLarge = event(MAX_REQUEST_SIZE - 200);
    byte[] farTooLarge = event(MAX_REQUEST_SIZE);
    utterances.pipeInput("d1", event(MAX_REQUEST_SIZE - 1500));
    utterances.pipeInput("d2", growsTooLarge);
    utterances.pipeInput("d3", farTooLarge);

    assertThat(intents.readKeyValuesToList()).hasSize(1);
    TestRecord<String, byte[]> first = deadLetters.readRecord();
    assertThat(header(first, DeadLetterHeaders.MESSAGE))
        .contains("max.request.size", "where it came");
    assertThat(first.value()).isNull();
    assertThat(first.key()).isEqualTo("d2");
    assertThat(deadLetters.readRecord().value()).isNull();
  }

  @Test
  void anEventOfWhichOnlyTheBeginningWasReadIsADeadLetterWithoutAnyOfIt() {
    limits = limitsOf(4 * MAX_EVENT_BYTES);
    utterances.pipeInput("d1", event(MAX_EVENT_BYTES));
    TestRecord<String, byte[]> letter = deadLetters.readRecord();
    assertThat(letter.value()).isNull();
    assertThat(header(letter, DeadLetterHeaders.REASON)).isEqualTo("event-too-large");
    assertThat(header(letter, DeadLetterHeaders.LEFT_OUT)).isEqualTo("value");
  }

  /** Its beginning alone must not pass for the event. */
  @Test
  void anEventTooLargeWithATimeThatNoTopicTakesIsADeadLetterWithoutAnyOfItsValue() {
    limits = limitsOf(4 * MAX_EVENT_BYTES);
    utterances.pipeInput(
        new TestRecord<>("d1", event(MAX_EVENT_BYTES), new RecordHeaders(), Long.MAX_VALUE));
    utterances.pipeInput(
        new TestRecord<>("d2", event(1), new RecordHeaders(), OutputLimits.LATEST + 1));
    TestRecord<String, byte[]> letter = deadLetters.readRecord();
    assertThat(letter.value()).isNull();
    assertThat(header(letter, DeadLetterHeaders.REASON)).isEqualTo("event-too-large");
    assertThat(header(letter, DeadLetterHeaders.LEFT_OUT)).isEqualTo("value");
    TestRecord<String, byte[]> refused = deadLetters.readRecord();
    assertThat(header(refused, DeadLetterHeaders.REASON)).isEqualTo("time-refused");
    assertThat(refused.headers())
        .allSatisfy(header -> assertThat(DeadLetterHeaders.isOne(header.key())).isTrue());
  }

  @Test
  void anEventsOwnHeadersDoNotSpeakForItsLetter() {
    RecordHeaders headers = new RecordHeaders();
    headers
        .add(DeadLetterHeaders.LEFT_OUT, "value".getBytes(UTF_8))
        .add(DeadLetterHeaders.TIME, "7".getBytes(UTF_8))
        .add("trace", new byte[] {1});
    utterances.pipeInput(new TestRecord<>("d1", "{}".getBytes(UTF_8), headers, 99L));
    TestRecord<String, byte[]> letter = deadLetters.readRecord();
    assertThat(letter.headers().lastHeader(DeadLetterHeaders.LEFT_OUT)).isNull();
    assertThat(letter.headers().lastHeader(DeadLetterHeaders.TIME)).isNull();
    assertThat(letter.headers().lastHeader("trace").value()).containsExactly(1);
  }

  @Test
  void aReasonThatQuotesASentenceEndsInOneFullStop() {
    assertThat(
            new UntaggableEventException(
                    ReasonCode.INTERNAL_ERROR, "Expected that, but: The key is missing." + ".")
                .reason())
        .isEqualTo("Expected that, but: The key is missing.");
  }

  private static byte[] event(int size) {
    return ("{\"text\":\"a\",\"padding\":\"" + "x".repeat(size) + "\"}").getBytes(UTF_8);
  }

  @Test
  void anIntentThatIsReplacedIsCounted() {
    utterances.pipeInput("d1", "{\"intent\":\"mine\",\"text\":\"a\"}".getBytes(UTF_8));
    utterances.pipeInput("d2", "{\"text\":\"a\"}".getBytes(UTF_8));
    assertThat(new String(intents.readRecord().value(), UTF_8)).doesNotContain("mine");
    assertThat(statistics.counts().replacedIntents()).isEqualTo(1);
  }
}
