package io.garam.app.run;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import io.garam.app.broker.EmbeddedBroker;
import io.garam.nlu.GaramException;
import io.garam.nlu.Intent;
import io.garam.nlu.inference.IntentClassifier;
import io.garam.nlu.io.Json;
import io.garam.streams.Tagger;
import io.garam.streams.config.GaramConfig;
import io.garam.streams.output.TaggingStatistics.Counts;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class TaggerIT {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Path MODEL = Path.of("../../models/korean-intention");

  @AutoClose private static final EmbeddedBroker broker = EmbeddedBroker.startTemporary();

  private static Tagger start(Cluster cluster) throws InterruptedException {
    Tagger tagger = Tagger.start(GaramConfig.of(cluster.settings()));
    tagger.awaitRunning(PATIENCE);
    return tagger;
  }

  private static List<String> texts(int count) {
    String[] words = {"내일", "일정", "알려줘", "안녕하세요", "왜", "그래", "밥은", "먹었니", "zzz", "!"};
    return IntStream.range(0, count)
        .mapToObj(
            i ->
                String.join(
                    " ",
                    IntStream.range(0, 1 + i % 9)
                        .mapToObj(j -> words[(i * 7 + j * j) % 10])
                        .toList()))
        .toList();
  }

  private static byte[] event(int id, String text) {
    return ("{ \"id\" : " + id + ".0, \"text\":\"" + text + "\" }").getBytes(UTF_8);
  }

  private static Intent intentOf(JsonNode output) throws IOException {
    return Json.MAPPER
        .readerFor(Intent.class)
        // What is not known of an utterance is left out.
        .without(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
        .readValue(output.get("intent"));
  }

  @Test
  void theStreamAnswersAsTheClassifierDoesAndInBatches() throws Exception {
    Cluster cluster = new Cluster(broker);
    List<String> texts = texts(3000);
    cluster.createTopics();
    cluster.send(IntStream.range(0, 3000).mapToObj(i -> event(i, texts.get(i))).toList());
    Counts counts;
    List<ConsumerRecord<byte[], byte[]>> outputs;
    try (Tagger tagger = start(cluster)) {
      outputs = cluster.read(cluster.outputTopic(), 3000, PATIENCE);
      counts = tagger.statistics().counts();
    }
    List<Intent> expected;
    try (IntentClassifier classifier = IntentClassifier.load(MODEL)) {
      expected = classifier.classify(texts);
    }
    assertThat(outputs).hasSize(3000);
    for (ConsumerRecord<byte[], byte[]> output : outputs) {
      JsonNode json = Json.MAPPER.readTree(output.value());
      int id = json.get("id").intValue();
      Intent intent = intentOf(json);
      assertThat(intent.label()).as(texts.get(id)).isEqualTo(expected.get(id).label());
      assertThat(intent.confidence()).isCloseTo(expected.get(id).confidence(), offset(1e-4f));
      assertThat(intent.model()).isEqualTo(expected.get(id).model());
      assertThat(new String(output.value(), UTF_8))
          .startsWith("{ \"id\" : " + id + ".0, \"text\":\"" + texts.get(id) + "\" ,\"intent\":{");
    }
    assertThat(counts.batchedRecords()).isEqualTo(3000);
    assertThat(counts.largestBatch()).isGreaterThan(200);
    assertThat(counts.taggedAlone()).isZero();
    assertThat(counts.tagged()).isEqualTo(3000);
  }

  @Test
  void keyHeadersTimestampAndOrderOfADialogueStay() throws Exception {
    Cluster cluster = new Cluster(broker);
    try (Tagger tagger = start(cluster)) {
      List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
      for (int i = 0; i < 400; i++) {
        ProducerRecord<byte[], byte[]> record =
            new ProducerRecord<>(
                cluster.inputTopic(),
                null,
                1_000_000L + i,
                ("d" + i % 7).getBytes(UTF_8),
                event(i, "안녕하세요"));
        record.headers().add("trace", new byte[] {(byte) i}).add("garam.prepared", new byte[] {1});
        records.add(record);
      }
      cluster.sendRecords(records);
      List<ConsumerRecord<byte[], byte[]>> outputs =
          cluster.read(cluster.outputTopic(), 400, PATIENCE);
      assertThat(outputs).hasSize(400);
      Map<String, Integer> lastOfDialogue = new LinkedHashMap<>();
      for (ConsumerRecord<byte[], byte[]> output : outputs) {
        int id = Json.MAPPER.readTree(output.value()).get("id").intValue();
        String dialogue = new String(output.key(), UTF_8);
        assertThat(dialogue).isEqualTo("d" + id % 7);
        assertThat(output.timestamp()).isEqualTo(1_000_000L + id);
        assertThat(output.headers()).hasSize(2);
        assertThat(output.headers().lastHeader("garam.prepared").value()).containsExactly((byte) 1);
        assertThat(output.headers().lastHeader("trace").value()).containsExactly((byte) id);
        Integer before = lastOfDialogue.put(dialogue, id);
        assertThat(before == null ? -1 : before).isLessThan(id);
      }
      assertThat(tagger.statistics().counts().taggedAlone()).isZero();
    }
  }

  @Test
  void poisonOfEveryKindIsADeadLetterAndTheStreamGoesOn() throws Exception {
    Cluster cluster = new Cluster(broker);
    List<byte[]> poison =
        List.of(
            new byte[0],
            new byte[] {0},
            "plain".getBytes(UTF_8),
            "[1]".getBytes(UTF_8),
            "\"text\"".getBytes(UTF_8),
            "{}".getBytes(UTF_8),
            "{\"text\":\"".getBytes(UTF_8),
            "{\"text\":5}".getBytes(UTF_8),
            "{\"text\":\"\"}".getBytes(UTF_8),
            "{\"text\":\" \\u3000\\u0000\\n\"}".getBytes(UTF_8),
            "{\"text\":\"a\",\"text\":\"b\"}".getBytes(UTF_8),
            "{\"text\":\"a\"}".getBytes(UTF_16),
            new byte[] {'{', '"', 't', (byte) 0xFF, '"', '}'},
            ("{\"a\":" + "[".repeat(5000)).getBytes(UTF_8));
    List<byte[]> values = new ArrayList<>();
    for (int i = 0; i < poison.size(); i++) {
      values.add(event(i, "안녕하세요"));
      values.add(poison.get(i));
    }
    values.add(("{\"text\":\"" + "긴 글 ".repeat(100_000) + "\",\"id\":-1}").getBytes(UTF_8));
    values.add("{\"id\":-2,\"text\":\"\\ud800 \uFFFD\"}".getBytes(UTF_8));
    values.add(null);
    cluster.createTopics();
    cluster.send(values);
    try (Tagger tagger = start(cluster)) {
      List<ConsumerRecord<byte[], byte[]>> outputs =
          cluster.read(cluster.outputTopic(), poison.size() + 3, PATIENCE);
      List<ConsumerRecord<byte[], byte[]>> letters =
          cluster.read(cluster.deadLetterTopic(), poison.size(), PATIENCE);
      assertThat(outputs).hasSize(poison.size() + 3);
      assertThat(outputs).filteredOn(output -> output.value() == null).hasSize(1);
      assertThat(letters.stream().map(ConsumerRecord::value).toList())
          .containsExactlyInAnyOrderElementsOf(poison);
      assertThat(letters)
          .allSatisfy(
              letter -> {
                assertThat(header(letter, "__streams.errors.message")).startsWith("Expected ");
                assertThat(header(letter, "__streams.errors.topic"))
                    .isEqualTo(cluster.inputTopic());
              });
      assertThat(tagger.statistics().counts().deadLetters()).isEqualTo(poison.size());
    }
  }

  private static String header(ConsumerRecord<byte[], byte[]> record, String key) {
    return new String(record.headers().lastHeader(key).value(), UTF_8);
  }

  @Test
  void aMissingTopicIsNamedAndCreationOffered() {
    Cluster cluster = new Cluster(broker);
    Map<String, String> settings = cluster.settings();
    settings.put(GaramConfig.CREATE_TOPICS, "false");
    assertThatThrownBy(() -> Tagger.start(GaramConfig.of(settings)))
        .isInstanceOf(GaramException.class)
        .hasMessageContaining(cluster.inputTopic())
        .hasMessageContaining(cluster.outputTopic())
        .hasMessageContaining(cluster.deadLetterTopic())
        .hasMessageContaining("--create-topics");
  }

  @Test
  void anInputTopicThatVanishesEndsTheTaggerWithAReason() throws Exception {
    Cluster cluster = new Cluster(broker);
    Map<String, String> settings = cluster.settings();
    settings.put("metadata.max.age.ms", "500");
    try (Tagger tagger = Tagger.start(GaramConfig.of(settings))) {
      tagger.awaitRunning(PATIENCE);
      cluster.delete(cluster.inputTopic());
      assertThatThrownBy(() -> tagger.awaitEnd(PATIENCE))
          .isInstanceOf(GaramException.class)
          .hasMessageContaining("input topic");
    }
  }

  @Test
  void anImpossibleTopicNameIsNamed() {
    Map<String, String> settings = new Cluster(broker).settings();
    settings.put(GaramConfig.INPUT_TOPIC, "no/such name");
    assertThatThrownBy(() -> Tagger.start(GaramConfig.of(settings)))
        .isInstanceOf(GaramException.class)
        .hasMessageContaining("no/such name");
  }

  @Test
  void anUnreachableBrokerIsNamedInTime() {
    Map<String, String> settings = new Cluster(broker).settings();
    settings.put("bootstrap.servers", "127.0.0.1:1");
    settings.put(GaramConfig.CONNECT_TIMEOUT_MS, "2000");
    long start = System.nanoTime();
    assertThatThrownBy(() -> Tagger.start(GaramConfig.of(settings)))
        .isInstanceOf(GaramException.class)
        .hasMessageContaining("127.0.0.1:1")
        .hasMessageContaining("2.0 s");
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(8));
  }

  @Test
  void anAddressThatDoesNotExistIsNamed() {
    Map<String, String> settings = new Cluster(broker).settings();
    settings.put("bootstrap.servers", "no-such-host.invalid:9092");
    assertThatThrownBy(() -> Tagger.start(GaramConfig.of(settings)))
        .isInstanceOf(GaramException.class)
        .hasMessageContaining("no-such-host.invalid:9092");
  }
}
