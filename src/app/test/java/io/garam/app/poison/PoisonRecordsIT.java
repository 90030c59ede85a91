package io.garam.app.poison;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.garam.app.CommandRun;
import io.garam.app.broker.EmbeddedBroker;
import io.garam.app.run.Cluster;
import io.garam.app.run.DialogueModels;
import io.garam.nlu.io.Json;
import io.garam.streams.Tagger;
import io.garam.streams.config.GaramConfig;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Records that stopped a tagger once, each in the middle of a thousand good events. */
class PoisonRecordsIT {

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Path PLAIN_MODEL = Path.of("../../models/korean-intention");

  @TempDir static Path folder;
  @AutoClose private static final EmbeddedBroker broker = EmbeddedBroker.startTemporary();

  /** Puts a good event behind each poison, and the rest around. */
  private static List<ProducerRecord<byte[], byte[]>> mixed(
      String topic, GoodEvents good, List<Poison> poison) {
    int half = GoodEvents.COUNT / 2;
    List<ProducerRecord<byte[], byte[]>> records =
        new ArrayList<>(good.records(topic, 0, half - poison.size()));
    for (int i = 0; i < poison.size(); i++) {
      records.add(poison.get(i).record(topic));
      records.addAll(good.records(topic, half - poison.size() + i, half - poison.size() + i + 1));
    }
    records.addAll(good.records(topic, half, GoodEvents.COUNT));
    return records;
  }

  private static void createTopics(Cluster cluster) throws Exception {
    cluster.createTopic(
        cluster.inputTopic(),
        Map.of(
            "max.message.bytes",
            "20000000",
            "message.timestamp.after.max.ms",
            Long.toString(Long.MAX_VALUE)));
    cluster.createTopic(cluster.outputTopic(), Map.of("cleanup.policy", "compact"));
    cluster.createTopic(cluster.deadLetterTopic(), Map.of());
  }

  @ParameterizedTest
  @CsvSource({"false, memory", "true, memory", "true, rocksdb"})
  void eachEndsInAnOutputOrADeadLetterAndNoneDisturbsAnother(boolean dialogues, String store)
      throws Exception {
    Cluster cluster = new Cluster(broker);
    createTopics(cluster);
    Path model = dialogues ? DialogueModels.first() : PLAIN_MODEL;
    Map<String, String> settings = PatientSettings.of(cluster, model, store, folder);
    if (store.equals("rocksdb")) {
      // One that was there before Garam; its own takes any time.
      cluster.createTopic(
          GaramConfig.of(settings).changelogTopic(),
          Map.of("cleanup.policy", "compact", "message.timestamp.type", "CreateTime"));
    }
    GoodEvents good = new GoodEvents(model);
    List<Poison> poison = PoisonRows.all();
    List<ProducerRecord<byte[], byte[]>> records = mixed(cluster.inputTopic(), good, poison);
    List<RecordMetadata> places =
        cluster.sendRecords(records, Map.of("max.request.size", 20_000_000));
    try (Tagger tagger = Tagger.start(GaramConfig.of(settings))) {
      Outcomes outcomes = Outcomes.await(cluster, tagger, records.size(), PATIENCE);
      good.assertUndisturbed(outcomes.outputs(), GoodEvents.COUNT);
      outcomes.assertFates(poison, records, places);
      assertThat(tagger.statistics().counts().skipped()).isZero();
      replay(cluster, model, store, poison);
      sendAgain(cluster, outcomes.reasons());
      good.assertUndisturbed(cluster.read(cluster.outputTopic(), 0, PATIENCE), GoodEvents.COUNT);
      assertThat(tagger.awaitEnd(Duration.ZERO)).isFalse();
    }
  }

  /** What was sent again has the same fate again, once. */
  private static void sendAgain(Cluster cluster, List<String> reasons) {
    int letters = reasons.size();
    CommandRun sent =
        CommandRun.of(
            "dead-letters",
            "--replay",
            "--bootstrap-server=" + broker.bootstrapServers(),
            "--topic=" + cluster.deadLetterTopic(),
            "--allow-topic=" + cluster.inputTopic());
    assertThat(sent.err()).contains("Sent " + letters + " dead letters again");
    assertThat(sent.exitCode()).as(sent.err()).isZero();
    cluster.read(cluster.deadLetterTopic(), 2 * letters, PATIENCE);
    assertThat(Outcomes.of(cluster, PATIENCE).reasons())
        .containsExactlyInAnyOrderElementsOf(
            Collections.nCopies(2, reasons).stream().flatMap(List::stream).toList());
  }

  /** A replay's own topics are not compacted, so that it needs no keys. */
  private static void replay(Cluster cluster, Path model, String store, List<Poison> poison)
      throws Exception {
    CommandRun run =
        CommandRun.of(
            "replay",
            "--bootstrap-server=" + broker.bootstrapServers(),
            "--topic=" + cluster.inputTopic(),
            "--model=" + model,
            "--config=" + GaramConfig.DIALOGUE_STORE + "=" + store,
            "--json");
    assertThat(run.exitCode()).as(run.err()).isZero();
    JsonNode counts = Json.MAPPER.readTree(run.out()).get("counts");
    long tagged =
        poison.stream()
            .filter(one -> one.fate().equals(Poison.TAGGED) || one.key() == null)
            .filter(one -> one.value() != null)
            .count();
    assertThat(counts.get("answers").longValue()).isEqualTo(GoodEvents.COUNT + tagged);
    assertThat(counts.get("passedOn").longValue()).isEqualTo(1);
    assertThat(Json.MAPPER.readTree(run.out()).get("gaps").longValue()).isLessThan(100);
  }
}
