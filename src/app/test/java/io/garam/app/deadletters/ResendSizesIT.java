package io.garam.app.deadletters;

import static io.garam.app.deadletters.DeadLetterCommands.PATIENCE;
import static io.garam.app.deadletters.DeadLetterCommands.cluster;
import static io.garam.app.deadletters.DeadLetterCommands.createTopic;
import static io.garam.app.deadletters.DeadLetterCommands.deadLetters;
import static io.garam.app.deadletters.DeadLetterCommands.letters;
import static io.garam.app.deadletters.DeadLetterCommands.tagger;
import static io.garam.app.deadletters.DeadLetterCommands.values;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.garam.app.CommandRun;
import io.garam.app.broker.SharedBroker;
import io.garam.app.run.Cluster;
import io.garam.streams.Tagger;
import io.garam.streams.deadletters.Letter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Letters that are too large to be sent again as they are, or among others that are. */
final class ResendSizesIT {

  @RegisterExtension static final SharedBroker broker = new SharedBroker();

  /** Creates a topic that takes records of 20,000 bytes at most. */
  private static String smallTopic(Cluster cluster, int partitions) throws Exception {
    String name = "small-" + cluster.inputTopic();
    createTopic(
        cluster,
        new NewTopic(name, partitions, (short) 1).configs(Map.of("max.message.bytes", "20000")));
    return name;
  }

  @Test
  void aValueTooLargeForALetterIsFetchedWhereItCameFrom() throws Exception {
    Cluster cluster = cluster(broker);
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
  void anEventTooLargeForAnotherTopicIsPutBackAndTheRestArrives() throws Exception {
    Cluster cluster = cluster(broker);
    String small = smallTopic(cluster, 2);
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
    Cluster cluster = cluster(broker);
    String small = smallTopic(cluster, 1);
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
    Cluster cluster = new Cluster(broker.bootstrapServers());
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
  void ofHundredsOfLettersOnlyThoseThatATopicRefusesAreHeldBack() throws Exception {
    Cluster cluster = cluster(broker);
    String small = smallTopic(cluster, 2);
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
}
