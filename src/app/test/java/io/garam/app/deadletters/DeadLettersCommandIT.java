package io.garam.app.deadletters;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.garam.app.CommandRun;
import io.garam.app.broker.EmbeddedBroker;
import io.garam.app.run.Cluster;
import io.garam.nlu.GaramException;
import io.garam.nlu.io.Json;
import io.garam.streams.Tagger;
import io.garam.streams.config.GaramConfig;
import io.garam.streams.deadletters.DeadLetterHeaders;
import io.garam.streams.deadletters.DeadLetterTopic;
import io.garam.streams.deadletters.Letter;
import io.garam.streams.deadletters.ResendRequest;
import io.garam.streams.deadletters.Resender;
import io.garam.streams.event.SourcePosition;
import io.garam.streams.settings.TaggerSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.header.Header;
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
                    "--config=garam.input.topic=" + cluster.inputTopic(),
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
        new TaggerSettings(GaramConfig.of(cluster.settings())).brokers(),
        cluster.deadLetterTopic(),
        DeadLetterTopic.defaultGroup(cluster.deadLetterTopic()));
  }

  private static ResendRequest all(Cluster cluster) {
    return new ResendRequest(null, Set.of(cluster.inputTopic()), Set.of());
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
        .contains("3  no-text: Expected the text at /text, but the event has nothing there.")
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
    try (Resender interrupted = Resender.begin(topic(cluster), all(cluster))) {
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
    try (Resender older = Resender.begin(topic(cluster), all(cluster))) {
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
      assertThat(new Letter(letters.get(0)).isIncomplete()).isTrue();
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
        .contains("1 too large for a letter and gone from ");
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
    CommandRun first = deadLetters(cluster, "--replay", "--allow-topic=" + nowhere);
    assertThat(first.exitCode()).isEqualTo(1);
    assertThat(first.err())
        .contains("Sent 1 dead letter again to " + cluster.inputTopic(), "2 could not be sent: ")
        .contains("1 whose topic " + nowhere + " does not exist (put back")
        .contains("1 without the header __streams.errors.topic", "(left where they are)")
        .contains(cluster.deadLetterTopic() + "-");
    assertThat(deadLetters(cluster).out()).contains(nowhere + "-0@0", "later");
    create(new NewTopic(nowhere, 2, (short) 1));
    CommandRun second = deadLetters(cluster, "--replay", "--allow-topic=" + nowhere);
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

  /** Kafka's producer splits a batch of a large and a small one without end. */
  @Test
  void aLargeHeaderAmongManyLettersHoldsUpNone() throws Exception {
    Cluster cluster = cluster();
    String small = "small-" + cluster.inputTopic();
    create(new NewTopic(small, 1, (short) 1).configs(Map.of("max.message.bytes", "20000")));
    List<ProducerRecord<byte[], byte[]>> letters = new ArrayList<>(letters(cluster, 200));
    letters.get(100).headers().add("large", new byte[30_000]);
    for (int i = 101; i < 104; i++) {
      // Small enough to share the batch of the large one.
      ProducerRecord<byte[], byte[]> same = letters.get(i);
      letters.set(
          i,
          new ProducerRecord<>(
              same.topic(), null, same.timestamp(), same.key(), null, same.headers()));
    }
    cluster.sendRecords(letters);
    assertThat(deadLetters(cluster, "--json").lines()).hasSize(200);
    CommandRun sent = deadLetters(cluster, "--replay", "--to=" + small);
    assertThat(sent.err())
        .startsWith(
            "Sent 199 dead letters again to " + small + "; 1 could not be sent: 1 too large");
    assertThat(deadLetters(cluster, "--replay").err())
        .isEqualToIgnoringNewLines("Sent 1 dead letter again to " + cluster.inputTopic() + ".");
  }

  /** Kafka has an exception of its own for it. */
  @Test
  void anEventLargerThanASegmentIsPutBackAndTheRestArrives() throws Exception {
    Cluster cluster = new Cluster(broker);
    cluster.createTopic(cluster.inputTopic(), Map.of());
    cluster.createTopic(cluster.deadLetterTopic(), Map.of("max.message.bytes", "3000000"));
    String small = "small-" + cluster.inputTopic();
    create(
        new NewTopic(small, 2, (short) 1)
            .configs(Map.of("max.message.bytes", "3000000", "segment.bytes", "1048576")));
    String from = cluster.inputTopic();
    cluster.sendRecords(
        List.of(
            Letters.written(cluster.deadLetterTopic(), from, "d0", "before"),
            Letters.written(cluster.deadLetterTopic(), from, "d0", "x".repeat(1_200_000)),
            Letters.written(cluster.deadLetterTopic(), from, "d0", "after")),
        Map.of("max.request.size", 3_000_000));
    CommandRun sent = deadLetters(cluster, "--replay", "--to=" + small);
    assertThat(sent.err())
        .startsWith("Sent 2 dead letters again to " + small + "; 1 could not be sent: 1 too large");
    assertThat(sent.exitCode()).isEqualTo(1);
    assertThat(cluster.read(small, 2, PATIENCE))
        .extracting(record -> new String(record.value(), UTF_8))
        .containsExactly("before", "after");
  }

  @Test
  void anEventWithTheHeadersOfALetterSpeaksNotForIt() throws Exception {
    Cluster cluster = cluster();
    String payments = "payments-" + cluster.inputTopic();
    create(new NewTopic(payments, 2, (short) 1));
    ProducerRecord<byte[], byte[]> event =
        new ProducerRecord<>(
            cluster.inputTopic(), 0, 5_000_000L, Letters.bytes("d0"), Letters.bytes("no event"));
    Letters.headers(payments, 1, 7, "Forged. " + DeadLetterHeaders.VALUE_LEFT_OUT)
        .add(DeadLetterHeaders.REASON, Letters.bytes("forged"))
        .add(DeadLetterHeaders.LEFT_OUT, Letters.bytes("value"))
        .add(DeadLetterHeaders.TIME, Letters.bytes("7"))
        .add("trace", Letters.bytes("mine"))
        .forEach(event.headers()::add);
    cluster.sendRecords(List.of(event));
    try (Tagger tagger = tagger(cluster, "/text")) {
      Letter letter = new Letter(cluster.read(cluster.deadLetterTopic(), 1, PATIENCE).get(0));
      assertThat(letter.code()).contains("not-json");
      assertThat(letter.source())
          .contains(new SourcePosition(new TopicPartition(cluster.inputTopic(), 0), 0));
      assertThat(letter.isIncomplete()).isFalse();
      assertThat(letter.time()).contains(Instant.ofEpochMilli(5_000_000));
      assertThat(tagger.statistics().counts().deadLetters()).isEqualTo(1);
    }
    assertThat(deadLetters(cluster, "--replay").err())
        .isEqualToIgnoringNewLines("Sent 1 dead letter again to " + cluster.inputTopic() + ".");
    ConsumerRecord<byte[], byte[]> again = cluster.read(cluster.inputTopic(), 2, PATIENCE).get(1);
    assertThat(again.value()).isEqualTo(Letters.bytes("no event"));
    assertThat(again.timestamp()).isEqualTo(5_000_000);
    assertThat(again.headers()).extracting(Header::key).containsExactly("trace");
    assertThat(cluster.read(payments, 0, PATIENCE)).isEmpty();
  }

  @Test
  void aForgedHeaderWritesToNoOtherTopicAndReadsNone() throws Exception {
    Cluster cluster = cluster();
    String payments = "payments-" + cluster.inputTopic();
    create(new NewTopic(payments, 2, (short) 1));
    cluster.sendRecords(
        List.of(
            new ProducerRecord<>(payments, 0, Letters.bytes("d0"), Letters.bytes("secret")),
            Letters.written(cluster.deadLetterTopic(), payments, "d0", "forged"),
            leftOut(cluster, payments),
            Letters.written(cluster.deadLetterTopic(), cluster.inputTopic(), "d0", "good")));

    CommandRun sent = deadLetters(cluster, "--replay");
    assertThat(sent.exitCode()).isEqualTo(1);
    assertThat(sent.err())
        .contains("Sent 1 dead letter again to " + cluster.inputTopic())
        .contains("2 that name a topic of origin which is neither the input topic nor allowed")
        .contains("(put back for the next --replay)");
    assertThat(cluster.read(payments, 1, PATIENCE)).hasSize(1);
    assertThat(values(cluster, 1)).containsExactly("good");

    assertThat(deadLetters(cluster, "--replay", "--to=" + cluster.inputTopic()).err())
        .as("a value is fetched from no topic that is not allowed")
        .contains("Sent 1 dead letter again", "1 that name a topic of origin");
    assertThat(values(cluster, 2)).containsExactly("good", "forged");
    assertThat(deadLetters(cluster, "--replay", "--allow-topic=" + payments).err())
        .isEqualToIgnoringNewLines("Sent 1 dead letter again to " + payments + ".");
  }

  private static ProducerRecord<byte[], byte[]> leftOut(Cluster cluster, String from) {
    ProducerRecord<byte[], byte[]> letter =
        new ProducerRecord<>(cluster.deadLetterTopic(), Letters.bytes("d0"), null);
    Letters.headers(from, 0, 0, "Too large. " + DeadLetterHeaders.VALUE_LEFT_OUT)
        .forEach(letter.headers()::add);
    return letter;
  }

  @Test
  void lettersOfOneReasonAreSentAndTheOthersKeptEachExactlyOnce() throws Exception {
    Cluster cluster = cluster();
    List<ProducerRecord<byte[], byte[]>> letters = new ArrayList<>();
    for (int i = 0; i < 1200; i++) {
      letters.add(
          Letters.written(
              cluster.deadLetterTopic(),
              cluster.inputTopic(),
              "d" + i % 5,
              "v" + i,
              i % 3 == 0 ? "no-text" : "not-json"));
    }
    cluster.sendRecords(letters);
    assertThat(deadLetters(cluster, "--json", "--reason=no-text").lines())
        .hasSize(400)
        .allMatch(line -> line.contains("\"code\":\"no-text\""));
    assertThat(deadLetters(cluster).out()).contains("800  not-json: ", "400  no-text: ");

    CommandRun some = deadLetters(cluster, "--replay", "--reason=no-text");
    assertThat(some.exitCode()).as(some.err()).isZero();
    assertThat(some.err())
        .isEqualToIgnoringNewLines(
            "Sent 400 dead letters again to "
                + cluster.inputTopic()
                + "; kept 800 of other reasons for another --replay.");
    assertThat(values(cluster, 400)).hasSize(400).allMatch(value -> number(value) % 3 == 0);
    assertThat(deadLetters(cluster, "--replay", "--reason=no-text").err())
        .contains("Sent 0 dead letters again; kept 800 of other reasons");
    assertThat(deadLetters(cluster, "--replay").err()).startsWith("Sent 800 dead letters again ");
    assertThat(values(cluster, 1200)).containsExactlyInAnyOrderElementsOf(expectedValues(1200));
  }

  @Test
  void whatATopicRefusesForItsTimeOrItsMissingKeyDoesNotStopTheRest() throws Exception {
    Cluster cluster = cluster();
    String recent = "recent-" + cluster.inputTopic();
    create(
        new NewTopic(recent, 2, (short) 1)
            .configs(Map.of("message.timestamp.before.max.ms", "3600000")));
    String compacted = "compacted-" + cluster.inputTopic();
    create(new NewTopic(compacted, 2, (short) 1).configs(Map.of("cleanup.policy", "compact")));
    ProducerRecord<byte[], byte[]> now =
        new ProducerRecord<>(cluster.deadLetterTopic(), null, null, Letters.bytes("now"));
    Letters.headers(cluster.inputTopic(), 0, 0, "Expected better.").forEach(now.headers()::add);
    cluster.sendRecords(
        List.of(
            Letters.written(cluster.deadLetterTopic(), cluster.inputTopic(), "d0", "old"), now));

    CommandRun toRecent = deadLetters(cluster, "--replay", "--to=" + recent, "--group=a");
    assertThat(toRecent.exitCode()).isEqualTo(1);
    assertThat(toRecent.err())
        .contains("Sent 1 dead letter again to " + recent)
        .contains("1 whose time is outside of what is taken by the topic " + recent);
    assertThat(cluster.read(recent, 1, PATIENCE)).hasSize(1);
    CommandRun toCompacted = deadLetters(cluster, "--replay", "--to=" + compacted, "--group=b");
    assertThat(toCompacted.err())
        .contains("Sent 2 dead letters again to " + compacted)
        .contains("1 without the key that is needed by the compacted topic " + compacted);
  }

  @Test
  void ofHundredsOfLettersOnlyThoseThatATopicRefusesAreHeldBack() throws Exception {
    Cluster cluster = cluster();
    String small = "small-" + cluster.inputTopic();
    create(new NewTopic(small, 2, (short) 1).configs(Map.of("max.message.bytes", "20000")));
    List<ProducerRecord<byte[], byte[]>> letters = letters(cluster, 400);
    String from = cluster.inputTopic();
    letters = new ArrayList<>(letters);
    for (int at : List.of(17, 199, 200, 399)) {
      letters.set(
          at, Letters.written(cluster.deadLetterTopic(), from, "d" + at, "x".repeat(50_000)));
    }
    cluster.sendRecords(letters);
    CommandRun sent = deadLetters(cluster, "--replay", "--to=" + small);
    assertThat(sent.err())
        .startsWith("Sent 396 dead letters again to " + small + "; 4 could not be sent: 4 too");
    assertThat(cluster.read(small, 396, PATIENCE)).hasSize(396);
    assertThat(deadLetters(cluster, "--replay").err()).startsWith("Sent 4 dead letters again to ");
  }

  @Test
  void aLetterTooOldToBePutBackKeepsTheTimeOfItsEventInAHeader() throws Exception {
    Cluster cluster = cluster();
    cluster.sendRecords(
        List.of(
            Letters.written(cluster.deadLetterTopic(), cluster.inputTopic(), "d0", "a", "no-text"),
            Letters.written(cluster.deadLetterTopic(), cluster.inputTopic(), "d0", "b")));
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
      admin
          .incrementalAlterConfigs(
              Map.of(
                  new ConfigResource(ConfigResource.Type.TOPIC, cluster.deadLetterTopic()),
                  List.of(
                      new AlterConfigOp(
                          new ConfigEntry("message.timestamp.before.max.ms", "3600000"),
                          AlterConfigOp.OpType.SET))))
          .all()
          .get();
    }
    CommandRun some = deadLetters(cluster, "--replay", "--reason=no-text");
    assertThat(some.exitCode()).as(some.err()).isZero();
    assertThat(some.err()).contains("Sent 1 dead letter again", "kept 1 of other reasons");
    CommandRun rest = deadLetters(cluster, "--replay");
    assertThat(rest.exitCode()).as(rest.err()).isZero();
    assertThat(cluster.read(cluster.inputTopic(), 2, PATIENCE))
        .extracting(record -> new String(record.value(), UTF_8), ConsumerRecord::timestamp)
        .containsExactly(tuple("a", 1_000_000L), tuple("b", 1_000_000L));
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
    assertThat(deadLetters(cluster, "--allow-topic=a").err())
        .contains("Expected --allow-topic together with");
    assertThat(deadLetters(cluster, "--replay", "--json").err()).contains("--json without");
    assertThat(deadLetters(cluster, "--reason=no-txt").err())
        .startsWith("Expected --reason to be one of ")
        .contains("no-text", "no-txt");
    assertThat(deadLetters(cluster, "--limit=-1").err())
        .contains("--limit to be a whole number from 0 to");
    assertThat(deadLetters(cluster, "--replay", "--to=" + cluster.deadLetterTopic()).err())
        .contains("the topic of the dead letters");
    assertThat(CommandRun.of("dead-letters").err()).contains("add --bootstrap-server");
  }

  private static void create(NewTopic topic) throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
      admin.createTopics(List.of(topic)).all().get();
      // A topic just created is not known to every listener of the broker at once.
      while (!admin.listTopics().names().get().contains(topic.name())) {
        TimeUnit.MILLISECONDS.sleep(50);
      }
    }
  }
}
