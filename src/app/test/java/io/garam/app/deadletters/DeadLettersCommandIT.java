package io.garam.app.deadletters;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.garam.app.CommandRun;
import io.garam.app.broker.EmbeddedBroker;
import io.garam.app.run.Cluster;
import io.garam.nlu.GaramException;
import io.garam.nlu.Json;
import io.garam.streams.Tagger;
import io.garam.streams.config.GaramConfig;
import io.garam.streams.deadletters.DeadLetterTopic;
import io.garam.streams.deadletters.Letter;
import io.garam.streams.deadletters.Resending;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DeadLettersCommandIT {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static EmbeddedBroker broker;

  @BeforeAll
  static void startBroker() {
    broker = EmbeddedBroker.startTemporary();
  }

  @AfterAll
  static void stopBroker() {
    broker.close();
  }

  private static Cluster cluster() throws Exception {
    Cluster cluster = new Cluster(broker);
    cluster.createTopics();
    return cluster;
  }

  private static CommandRun deadLetters(Cluster cluster, String... flags) {
    return CommandRun.of(
        Stream.concat(
                Stream.of(
                    "dead-letters",
                    "--bootstrap-server=" + broker.bootstrapServers(),
                    "--topic=" + cluster.deadLetterTopic()),
                Stream.of(flags))
            .toArray(String[]::new));
  }

  private static Tagger tagger(Cluster cluster, String pointer) throws InterruptedException {
    Map<String, String> settings = cluster.settings();
    settings.put(GaramConfig.TEXT_POINTER, pointer);
    Tagger tagger = Tagger.start(GaramConfig.of(settings));
    tagger.awaitRunning(PATIENCE);
    return tagger;
  }

  private static DeadLetterTopic topic(Cluster cluster) {
    return new DeadLetterTopic(
        GaramConfig.of(cluster.settings()).brokers(),
        cluster.deadLetterTopic(),
        DeadLetterTopic.defaultGroup(cluster.deadLetterTopic()));
  }

  private static List<String> values(Cluster cluster, int expected) {
    return cluster.read(cluster.inputTopic(), expected, PATIENCE).stream()
        .map(record -> new String(record.value(), UTF_8))
        .toList();
  }

  private static List<ProducerRecord<byte[], byte[]>> letters(Cluster cluster, int count) {
    return IntStream.range(0, count)
        .mapToObj(
            i ->
                Letters.written(
                    cluster.deadLetterTopic(), cluster.inputTopic(), "d" + i % 5, "v" + i))
        .toList();
  }

  private static List<String> expectedValues(int count) {
    return IntStream.range(0, count).mapToObj(i -> "v" + i).toList();
  }

  @Test
  void whatFailedForAWrongPointerIsListedAndThenTagged() throws Exception {
    Cluster cluster = cluster();
    List<ProducerRecord<byte[], byte[]>> events = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      ProducerRecord<byte[], byte[]> event =
          new ProducerRecord<>(
              cluster.inputTopic(),
              null,
              1_000_000L + i,
              Letters.bytes("d-1"),
              Letters.bytes("{\"body\":\"안녕하세요\",\"n\":" + i + "}"));
      event.headers().add("trace", new byte[] {(byte) i});
      events.add(event);
    }
    events.add(
        new ProducerRecord<>(
            cluster.inputTopic(), Letters.bytes("d-2"), new byte[] {27, '[', 'm'}));
    cluster.sendRecords(events);
    try (Tagger wrong = tagger(cluster, "/text")) {
      assertThat(cluster.read(cluster.deadLetterTopic(), 4, PATIENCE)).hasSize(4);
      assertThat(wrong.statistics().counts().tagged()).isZero();
    }

    CommandRun listed = deadLetters(cluster);
    assertThat(listed.exitCode()).as(listed.err()).isZero();
    assertThat(listed.out())
        .contains("3  Expected the text at /text, but the event has nothing there.")
        .contains("1970-01-01T00:16:40Z to 1970-01-01T00:16:40.002Z")
        .contains(cluster.inputTopic() + "-")
        .contains("key d-1", "{\"body\":\"안녕하세요\",\"n\":2}", "\\u001b[m")
        .doesNotContain("\u001b");
    CommandRun json = deadLetters(cluster, "--json");
    assertThat(json.lines()).hasSize(4);
    for (String line : json.lines()) {
      assertThat(Json.MAPPER.readTree(line).get("topic").asText()).isEqualTo(cluster.inputTopic());
    }
    assertThat(deadLetters(cluster, "--limit=1").out())
        .contains("The newest 1 of 4:", "key d-2")
        .doesNotContain("key d-1");

    try (Tagger right = tagger(cluster, "/body")) {
      CommandRun sent = deadLetters(cluster, "--replay");
      assertThat(sent.exitCode()).as(sent.err()).isZero();
      assertThat(sent.err())
          .isEqualToIgnoringNewLines("Sent 4 dead letters again to " + cluster.inputTopic() + ".");
      List<ConsumerRecord<byte[], byte[]>> outputs =
          cluster.read(cluster.outputTopic(), 3, PATIENCE);
      assertThat(outputs).hasSize(3);
      for (int i = 0; i < 3; i++) {
        ConsumerRecord<byte[], byte[]> output = outputs.get(i);
        assertThat(new String(output.value(), UTF_8)).contains("\"n\":" + i + ",\"intent\":{");
        assertThat(output.key()).isEqualTo(Letters.bytes("d-1"));
        assertThat(output.timestamp()).isEqualTo(1_000_000L + i);
        assertThat(output.headers()).hasSize(1);
        assertThat(output.headers().lastHeader("trace").value()).containsExactly((byte) i);
      }
      // What is no JSON still fails, and is a new letter.
      assertThat(cluster.read(cluster.deadLetterTopic(), 5, PATIENCE)).hasSize(5);
      assertThat(right.statistics().counts().deadLetters()).isEqualTo(1);
    }
    assertThat(deadLetters(cluster, "--json").lines()).hasSize(1);
    assertThat(deadLetters(cluster, "--json", "--all").lines()).hasSize(5);
  }

  @Test
  void aSecondReplaySendsNothing() throws Exception {
    Cluster cluster = cluster();
    cluster.sendRecords(letters(cluster, 20));
    assertThat(deadLetters(cluster, "--replay").err()).startsWith("Sent 20 dead letters again to ");
    CommandRun second = deadLetters(cluster, "--replay");
    assertThat(second.exitCode()).isZero();
    assertThat(second.err()).startsWith("No dead letters in " + cluster.deadLetterTopic());
    assertThat(deadLetters(cluster).err())
        .startsWith("No dead letters in " + cluster.deadLetterTopic());
    assertThat(values(cluster, 20)).containsExactlyInAnyOrderElementsOf(expectedValues(20));
  }

  @Test
  void aReplayThatWasKilledInATransactionIsMadeGood() throws Exception {
    Cluster cluster = cluster();
    cluster.sendRecords(letters(cluster, 20));
    DeadLetterTopic topic = topic(cluster);
    try (KafkaProducer<byte[], byte[]> killed =
            new KafkaProducer<>(
                Map.of(
                    "bootstrap.servers", broker.bootstrapServers(),
                    "transactional.id", topic.group()),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        KafkaConsumer<byte[], byte[]> member =
            new KafkaConsumer<>(
                Map.of(
                    "bootstrap.servers", broker.bootstrapServers(),
                    "group.id", topic.group()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
      killed.initTransactions();
      killed.beginTransaction();
      killed.send(new ProducerRecord<>(cluster.inputTopic(), Letters.bytes("v0"))).get();
      killed.sendOffsetsToTransaction(
          Map.of(new TopicPartition(cluster.deadLetterTopic(), 0), new OffsetAndMetadata(5)),
          member.groupMetadata());
      killed.flush();
      assertThat(deadLetters(cluster, "--replay").err())
          .startsWith("Sent 20 dead letters again to ");
    }
    assertThat(values(cluster, 20)).containsExactlyInAnyOrderElementsOf(expectedValues(20));
  }

  @Test
  void anInterruptedReplayGoesOnWhereItStopped() throws Exception {
    Cluster cluster = cluster();
    cluster.sendRecords(letters(cluster, 1200));
    try (Resending interrupted = Resending.begin(topic(cluster), null)) {
      assertThatThrownBy(
              () ->
                  interrupted.run(
                      committed -> {
                        throw new IllegalStateException("interrupted");
                      }))
          .hasMessage("interrupted");
    }
    assertThat(deadLetters(cluster, "--replay").err()).startsWith("Sent 700 dead letters again ");
    List<String> values = values(cluster, 1200);
    assertThat(values).containsExactlyInAnyOrderElementsOf(expectedValues(1200));
    assertThat(values.stream().filter(value -> value.endsWith("3")).toList())
        .as("of one dialogue, in order")
        .isSubsetOf(expectedValues(1200))
        .isSortedAccordingTo((a, b) -> Integer.compare(number(a), number(b)));
  }

  private static int number(String value) {
    return Integer.parseInt(value.substring(1));
  }

  @Test
  void ofTwoReplaysAtOnceTheOlderIsStoppedAndNothingIsDoubled() throws Exception {
    Cluster cluster = cluster();
    cluster.sendRecords(letters(cluster, 1200));
    try (Resending older = Resending.begin(topic(cluster), null)) {
      assertThatThrownBy(
              () ->
                  older.run(
                      committed ->
                          assertThat(deadLetters(cluster, "--replay").err())
                              .startsWith("Sent 700 dead letters again ")))
          .isInstanceOf(GaramException.class)
          .hasMessageContaining("another has begun");
    }
    assertThat(values(cluster, 1200)).containsExactlyInAnyOrderElementsOf(expectedValues(1200));
  }

  @Test
  void aValueTooLargeForALetterIsFetchedWhereItCameFrom() throws Exception {
    Cluster cluster = cluster();
    String head = "{\"text\":\"안녕하세요\",\"pad\":\"";
    String large = head + "x".repeat((1 << 20) - 150 - head.getBytes(UTF_8).length) + "\"}";
    cluster.sendRecords(
        List.of(
            new ProducerRecord<>(
                cluster.inputTopic(), Letters.bytes("d-1"), Letters.bytes(large))));
    try (Tagger tagger = tagger(cluster, "/text")) {
      List<ConsumerRecord<byte[], byte[]>> letters =
          cluster.read(cluster.deadLetterTopic(), 1, PATIENCE);
      assertThat(letters).hasSize(1);
      assertThat(new Letter(letters.get(0)).isValueLeftOut()).isTrue();
      assertThat(tagger.statistics().counts().tagged()).isZero();
    }
    ProducerRecord<byte[], byte[]> gone =
        new ProducerRecord<>(cluster.deadLetterTopic(), Letters.bytes("d-2"), null);
    Letters.headers(
            cluster.inputTopic(),
            1,
            99,
            "Too large. The value is too large for a dead letter too; read it where it came from.")
        .forEach(gone.headers()::add);
    cluster.sendRecords(List.of(gone));

    CommandRun sent = deadLetters(cluster, "--replay");
    assertThat(sent.exitCode()).isEqualTo(1);
    assertThat(sent.err())
        .contains("Sent 1 dead letter again to " + cluster.inputTopic() + "; 1 could not be sent")
        .contains("1 whose value was too large for the letter and is gone from");
    List<String> values = values(cluster, 2);
    assertThat(values.equals(List.of(large, large))).as("the same event twice").isTrue();
    assertThat(deadLetters(cluster, "--all", "--json").lines()).hasSize(2);
  }

  @Test
  void whatCannotBeSentDoesNotStopTheRestAndIsNotForgotten() throws Exception {
    Cluster cluster = cluster();
    String nowhere = "nowhere-" + cluster.inputTopic();
    cluster.sendRecords(
        List.of(
            new ProducerRecord<>(
                cluster.deadLetterTopic(), Letters.bytes("d0"), Letters.bytes("foreign")),
            Letters.written(cluster.deadLetterTopic(), nowhere, "d0", "later"),
            Letters.written(cluster.deadLetterTopic(), cluster.inputTopic(), "d0", "good")));
    CommandRun first = deadLetters(cluster, "--replay");
    assertThat(first.exitCode()).isEqualTo(1);
    assertThat(first.err())
        .contains("Sent 1 dead letter again to " + cluster.inputTopic(), "2 could not be sent: ")
        .contains("1 whose topic " + nowhere + " does not exist (put back")
        .contains("1 without the header __streams.errors.topic", "(left where they are)")
        .contains(cluster.deadLetterTopic() + "-");
    assertThat(deadLetters(cluster).out()).contains(nowhere + "-0@0", "later");
    create(new NewTopic(nowhere, 2, (short) 1));
    CommandRun second = deadLetters(cluster, "--replay");
    assertThat(second.err())
        .isEqualToIgnoringNewLines("Sent 1 dead letter again to " + nowhere + ".");
    assertThat(second.exitCode()).isZero();
    assertThat(values(cluster, 1)).containsExactly("good");
    assertThat(cluster.read(nowhere, 1, PATIENCE)).hasSize(1);
  }

  @Test
  void anEventTooLargeForAnotherTopicIsPutBackAndTheRestArrives() throws Exception {
    Cluster cluster = cluster();
    String small = "small-" + cluster.inputTopic();
    create(new NewTopic(small, 2, (short) 1).configs(Map.of("max.message.bytes", "20000")));
    String from = cluster.inputTopic();
    cluster.sendRecords(
        List.of(
            Letters.written(cluster.deadLetterTopic(), from, "d0", "before"),
            Letters.written(cluster.deadLetterTopic(), from, "d0", "x".repeat(50_000)),
            Letters.written(cluster.deadLetterTopic(), from, "d0", "after")));
    CommandRun sent = deadLetters(cluster, "--replay", "--to=" + small);
    assertThat(sent.exitCode()).isEqualTo(1);
    assertThat(sent.err())
        .startsWith("Sent 2 dead letters again to " + small + "; 1 could not be sent: 1 too large");
    assertThat(cluster.read(small, 2, PATIENCE))
        .extracting(record -> new String(record.value(), UTF_8))
        .containsExactly("before", "after");
    assertThat(deadLetters(cluster, "--replay").err())
        .isEqualToIgnoringNewLines("Sent 1 dead letter again to " + from + ".");
  }

  @Test
  void aMissingTopicIsOneSentence() {
    for (String flag : List.of("--json", "--replay")) {
      CommandRun run = deadLetters(new Cluster(broker), flag);
      assertThat(run.exitCode()).isEqualTo(1);
      assertThat(run.out()).isEmpty();
      assertThat(run.err()).startsWith("Expected the topic dead-").contains("does not exist");
      assertThat(run.err().lines()).hasSize(1);
    }
  }

  @Test
  void anUnreachableBrokerIsOneSentence() {
    for (String flag : List.of("--json", "--replay")) {
      CommandRun run =
          CommandRun.of(
              "dead-letters",
              "--bootstrap-server=127.0.0.1:1",
              "--config=garam.connect.timeout.ms=1000",
              flag);
      assertThat(run.exitCode()).isEqualTo(1);
      assertThat(run.err()).contains("Expected Kafka at 127.0.0.1:1, but nothing answered");
      assertThat(run.err().lines()).hasSize(1);
    }
  }

  @Test
  void flagsThatDoNotGoTogetherAreNamed() {
    Cluster cluster = new Cluster(broker);
    assertThat(deadLetters(cluster, "--to=a").err()).contains("Expected --to together with");
    assertThat(deadLetters(cluster, "--replay", "--json").err()).contains("--json without");
    assertThat(deadLetters(cluster, "--limit=-1").err()).contains("--limit to be at least 0");
    assertThat(deadLetters(cluster, "--replay", "--to=" + cluster.deadLetterTopic()).err())
        .contains("the topic of the dead letters");
    assertThat(CommandRun.of("dead-letters").err()).contains("add --bootstrap-server");
  }

  private static void create(NewTopic topic) throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
      admin.createTopics(List.of(topic)).all().get();
    }
  }
}
