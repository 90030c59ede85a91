package io.garam.app.deadletters;

import static io.garam.app.deadletters.DeadLetterCommands.PATIENCE;
import static io.garam.app.deadletters.DeadLetterCommands.createTopic;
import static io.garam.app.deadletters.DeadLetterCommands.deadLetters;
import static io.garam.app.deadletters.DeadLetterCommands.expectedValues;
import static io.garam.app.deadletters.DeadLetterCommands.letters;
import static io.garam.app.deadletters.DeadLetterCommands.number;
import static io.garam.app.deadletters.DeadLetterCommands.tagger;
import static io.garam.app.deadletters.DeadLetterCommands.values;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.garam.app.CommandRun;
import io.garam.app.broker.EmbeddedBroker;
import io.garam.app.run.Cluster;
import io.garam.streams.Tagger;
import io.garam.streams.deadletters.DeadLetterHeaders;
import io.garam.streams.deadletters.Letter;
import io.garam.streams.event.SourcePosition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Letters that are hard to send again: too large, too old, forged, or refused by their topic. */
class ResendFaultsIT {

  @AutoClose private static final EmbeddedBroker broker = EmbeddedBroker.startTemporary();

  private static Cluster cluster() throws Exception {
    Cluster cluster = new Cluster(broker);
    cluster.createTopics();
    return cluster;
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
    createTopic(cluster, new NewTopic(nowhere, 2, (short) 1));
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
    createTopic(
        cluster, new NewTopic(small, 2, (short) 1).configs(Map.of("max.message.bytes", "20000")));
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
    createTopic(
        cluster, new NewTopic(small, 1, (short) 1).configs(Map.of("max.message.bytes", "20000")));
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
    createTopic(
        cluster,
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
    createTopic(cluster, new NewTopic(payments, 2, (short) 1));
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
    createTopic(cluster, new NewTopic(payments, 2, (short) 1));
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
    createTopic(
        cluster,
        new NewTopic(recent, 2, (short) 1)
            .configs(Map.of("message.timestamp.before.max.ms", "3600000")));
    String compacted = "compacted-" + cluster.inputTopic();
    createTopic(
        cluster,
        new NewTopic(compacted, 2, (short) 1).configs(Map.of("cleanup.policy", "compact")));
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
    createTopic(
        cluster, new NewTopic(small, 2, (short) 1).configs(Map.of("max.message.bytes", "20000")));
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
}
