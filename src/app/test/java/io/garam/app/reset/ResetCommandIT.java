package io.garam.app.reset;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.garam.app.CommandRun;
import io.garam.app.broker.SharedBroker;
import io.garam.app.run.Cluster;
import io.garam.nlu.io.Json;
import io.garam.streams.Tagger;
import io.garam.streams.config.GaramConfig;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class ResetCommandIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int EVENTS = 20;

  @RegisterExtension static final SharedBroker broker = new SharedBroker();

  private final Cluster cluster = new Cluster(broker.bootstrapServers());

  private static List<byte[]> events() {
    return IntStream.range(0, EVENTS)
        .mapToObj(i -> ("{\"text\":\"안녕\",\"utteranceId\":" + i + "}").getBytes(UTF_8))
        .toList();
  }

  private Map<String, String> settings(Path state) {
    Map<String, String> settings = cluster.settings();
    settings.put(GaramConfig.MODEL, "../../models/korean-dialogue-act");
    settings.put("garam.dialogue.store", "rocksdb");
    settings.put("state.dir", state.toString());
    return settings;
  }

  private CommandRun reset(Path state, String... more) {
    List<String> args =
        new ArrayList<>(
            List.of(
                "reset",
                "--bootstrap-server",
                broker.bootstrapServers(),
                "--application-id",
                id(),
                "--config",
                "state.dir=" + state));
    args.addAll(List.of(more));
    return CommandRun.of(args.toArray(new String[0]));
  }

  private String id() {
    return cluster.settings().get("application.id");
  }

  private void tag(Path state, int outputs) throws InterruptedException {
    try (Tagger tagger = Tagger.start(GaramConfig.of(settings(state)))) {
      tagger.awaitRunning(PATIENCE);
      assertThat(cluster.read(cluster.outputTopic(), outputs, PATIENCE)).hasSize(outputs);
      CommandRun busy = reset(state, "--force");
      assertThat(busy.exitCode()).isEqualTo(1);
      assertThat(busy.err())
          .contains("Expected all instances")
          .containsAnyOf(id() + "-", "uses the folder");
    }
  }

  @Test
  void theNextStartIsAFirstOne(@TempDir Path state) throws Exception {
    cluster.createTopics();
    cluster.send(events());
    tag(state, EVENTS);
    assertThat(cluster.committed()).isGreaterThanOrEqualTo(EVENTS);
    assertThat(state.resolve(id())).isNotEmptyDirectory();

    CommandRun dry = reset(state, "--dry-run");
    assertThat(dry.exitCode()).as(dry.err()).isZero();
    assertThat(dry.out())
        .startsWith("Would remove:")
        .contains(
            "the group " + id() + ", which had committed",
            cluster.inputTopic() + "-0@",
            "the topic " + id() + "-dialogues-changelog, partitions: 2",
            "the folder " + state.resolve(id()));
    assertThat(dry.err()).contains("Nothing was changed");
    assertThat(cluster.committed()).isGreaterThanOrEqualTo(EVENTS);
    assertThat(cluster.changelogs()).hasSize(1);

    JsonNode done = Json.MAPPER.readTree(reset(state, "--force", "--json").out());
    assertThat(done.at("/removed").booleanValue()).isTrue();
    assertThat(done.at("/applicationId").textValue()).isEqualTo(id());
    assertThat(done.at("/group/offsets")).hasSize(2);
    assertThat(done.at("/changelog/partitions").intValue()).isEqualTo(2);
    assertThat(done.at("/stateFolder/bytes").longValue()).isPositive();
    assertThat(cluster.committed()).isZero();
    assertThat(cluster.changelogs()).isEmpty();
    assertThat(state.resolve(id())).doesNotExist();
    assertThat(reset(state, "--dry-run").out()).startsWith("Nothing is kept for " + id());

    tag(state, 2 * EVENTS);
  }

  /** What a killed instance has left open ends after the reset, and brings no offset back. */
  @Test
  void offsetsOfAnOpenTransactionDoNotComeBack(@TempDir Path state) throws Exception {
    cluster.createTopics();
    cluster.send(events());
    try (KafkaProducer<byte[], byte[]> killed =
            new KafkaProducer<>(
                Map.of(
                    "bootstrap.servers",
                    broker.bootstrapServers(),
                    "transactional.id",
                    id() + "-1",
                    "transaction.timeout.ms",
                    20_000),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        KafkaConsumer<byte[], byte[]> reader =
            new KafkaConsumer<>(
                Map.of("bootstrap.servers", broker.bootstrapServers(), "group.id", id()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
      killed.initTransactions();
      killed.beginTransaction();
      killed.sendOffsetsToTransaction(
          Map.of(new TopicPartition(cluster.inputTopic(), 0), new OffsetAndMetadata(5)),
          reader.groupMetadata());
      CommandRun run = reset(state, "--force");
      assertThat(run.exitCode()).as(run.err()).isZero();
      killed.commitTransaction();
    }
    assertThat(cluster.committed()).isZero();
    tag(state, EVENTS);
  }

  @Test
  void brokersThatDoNotAnswerAreASentence(@TempDir Path state) {
    CommandRun run =
        CommandRun.of(
            "reset",
            "--bootstrap-server",
            "127.0.0.1:1",
            "--config",
            "garam.connect.timeout.ms=1000",
            "--config",
            "state.dir=" + state,
            "--dry-run");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("nothing takes connections there");
  }
}
