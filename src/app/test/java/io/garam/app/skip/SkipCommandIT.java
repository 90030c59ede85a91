package io.garam.app.skip;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.garam.app.CommandRun;
import io.garam.app.broker.EmbeddedBroker;
import io.garam.app.run.Cluster;
import io.garam.streams.Tagger;
import io.garam.streams.config.GaramConfig;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class SkipCommandIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @AutoClose private static final EmbeddedBroker broker = EmbeddedBroker.startTemporary();

  private static void send(Cluster cluster, int from, int to) throws Exception {
    List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
    IntStream.range(from, to)
        .forEach(
            i ->
                records.add(
                    new ProducerRecord<>(
                        cluster.inputTopic(),
                        0,
                        "d".getBytes(UTF_8),
                        ("{\"text\":\"안녕\",\"id\":" + i + "}").getBytes(UTF_8))));
    cluster.sendRecords(records);
  }

  private static CommandRun skip(Cluster cluster, String... more) {
    List<String> args =
        new ArrayList<>(
            List.of(
                "skip",
                "--bootstrap-server",
                broker.bootstrapServers(),
                "--application-id",
                cluster.settings().get("application.id"),
                "--topic",
                cluster.inputTopic()));
    args.addAll(List.of(more));
    return CommandRun.of(args.toArray(new String[0]));
  }

  @Test
  void oneEventIsPassedOverAndNoOther() throws Exception {
    Cluster cluster = new Cluster(broker);
    Map<String, String> settings = cluster.settings();
    cluster.createTopics();
    send(cluster, 0, 5);
    try (Tagger tagger = Tagger.start(GaramConfig.of(settings))) {
      tagger.awaitRunning(PATIENCE);
      assertThat(cluster.read(cluster.outputTopic(), 5, PATIENCE)).hasSize(5);
      CommandRun busy = skip(cluster, "--partition", "0", "--offset", "5");
      assertThat(busy.exitCode()).isEqualTo(1);
      assertThat(busy.err()).contains("offset");
    }
    send(cluster, 5, 10);
    long next = cluster.committed();

    CommandRun far = skip(cluster, "--partition", "0", "--offset", Long.toString(next + 2));
    assertThat(far.exitCode()).isEqualTo(1);
    assertThat(far.err()).contains("would be lost");
    CommandRun passed = skip(cluster, "--partition", "0", "--offset", "0");
    assertThat(passed.exitCode()).isEqualTo(1);
    assertThat(passed.err()).contains("nothing is to be done");

    String offset = Long.toString(next);
    CommandRun dry = skip(cluster, "--partition", "0", "--offset", offset, "--dry-run");
    assertThat(dry.exitCode()).isZero();
    assertThat(cluster.committed()).isEqualTo(next);
    assertThat(skip(cluster, "--partition", "0", "--offset", offset).exitCode()).isZero();

    try (Tagger tagger = Tagger.start(GaramConfig.of(settings))) {
      tagger.awaitRunning(PATIENCE);
      List<ConsumerRecord<byte[], byte[]>> outputs =
          cluster.read(cluster.outputTopic(), 9, PATIENCE);
      assertThat(outputs.stream().map(output -> new String(output.value(), UTF_8)))
          .hasSize(9)
          .noneMatch(value -> value.contains("\"id\":5"))
          .anyMatch(value -> value.contains("\"id\":6"));
    }
  }

  @Test
  void anEventThatIsNotThereIsRefused() throws Exception {
    Cluster cluster = new Cluster(broker);
    cluster.createTopics();
    assertThat(skip(cluster, "--partition", "0", "--offset", "0").err())
        .contains("Expected an offset");
    assertThat(skip(cluster, "--partition", "9", "--offset", "0").err()).contains("no partition 9");
  }
}
