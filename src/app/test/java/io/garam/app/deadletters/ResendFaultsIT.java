package io.garam.app.deadletters;

import static io.garam.app.deadletters.DeadLetterCommands.PATIENCE;
import static io.garam.app.deadletters.DeadLetterCommands.cluster;
import static io.garam.app.deadletters.DeadLetterCommands.createTopic;
import static io.garam.app.deadletters.DeadLetterCommands.deadLetters;
import static io.garam.app.deadletters.DeadLetterCommands.expectedValues;
import static io.garam.app.deadletters.DeadLetterCommands.letters;
import static io.garam.app.deadletters.DeadLetterCommands.number;
import static io.garam.app.deadletters.DeadLetterCommands.values;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.garam.app.CommandRun;
import io.garam.app.broker.SharedBroker;
import io.garam.app.run.Cluster;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Letters that cannot be sent again, or are to be kept: refused by their topic, too old. */
final class ResendFaultsIT {

  @RegisterExtension static final SharedBroker broker = new SharedBroker();

  @Test
  void whatCannotBeSentDoesNotStopTheRestAndIsNotForgotten() throws Exception {
    Cluster cluster = cluster(broker);
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
  void lettersOfOneReasonAreSentAndTheOthersKeptEachExactlyOnce() throws Exception {
    Cluster cluster = cluster(broker);
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
    Cluster cluster = cluster(broker);
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
  void aLetterTooOldToBePutBackKeepsTheTimeOfItsEventInAHeader() throws Exception {
    Cluster cluster = cluster(broker);
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
