package io.garam.app.poison;

import static org.assertj.core.api.Assertions.assertThat;

import io.garam.app.broker.EmbeddedBroker;
import io.garam.app.poison.FuzzRecords.Fuzzed;
import io.garam.app.run.Cluster;
import io.garam.app.run.DialogueModels;
import io.garam.streams.Tagger;
import io.garam.streams.config.GaramConfig;
import io.garam.streams.event.ExistingIntent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Records at random through a tagger, of which each comes out once and in order. Run {@code
 * scripts/test --fuzz 1000000 --seed 7} for more than the few of every build, and with the seed
 * that a failure names for the same again.
 */
class FuzzIT {

  private static final int RECORDS = Integer.getInteger("garam.test.fuzz", 20_000);
  private static final long SEED = Long.getLong("garam.test.seed", 1);
  private static final int RECORDS_PER_ROUND = 10_000;
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final Path PLAIN_MODEL = Path.of("../../models/korean-intention");

  @TempDir static Path folder;
  @AutoClose private static final EmbeddedBroker broker = EmbeddedBroker.startTemporary();

  /**
   * Rounds go by turns through a plain model and one that follows dialogues, in both stores;
   * intents that are there already are refused and replaced by turns.
   */
  @Test
  void whateverComesComesOutOnceAndInOrder() throws Exception {
    int rounds = (RECORDS + RECORDS_PER_ROUND - 1) / RECORDS_PER_ROUND;
    for (int round = 0; round < rounds; round++) {
      int records = Math.min(RECORDS_PER_ROUND, RECORDS - round * RECORDS_PER_ROUND);
      String store = round % 4 == 1 ? "memory" : "rocksdb";
      Path model = round % 2 == 0 ? PLAIN_MODEL : DialogueModels.first();
      ExistingIntent existing =
          (round + round / 2) % 2 == 0 ? ExistingIntent.REFUSE : ExistingIntent.REPLACE;
      run(SEED + round, records, model, store, existing);
    }
  }

  private static void run(long seed, int count, Path model, String store, ExistingIntent existing)
      throws Exception {
    Cluster cluster = new Cluster(broker);
    cluster.createTopic(
        cluster.inputTopic(),
        Map.of(
            "max.message.bytes",
            "4000000",
            "message.timestamp.after.max.ms",
            Long.toString(Long.MAX_VALUE)));
    cluster.createTopic(cluster.outputTopic(), Map.of());
    cluster.createTopic(cluster.deadLetterTopic(), Map.of());
    Map<String, String> settings = PatientSettings.of(cluster, model, store, folder);
    FuzzRecords records = new FuzzRecords(seed, existing);
    if (existing == ExistingIntent.REPLACE) {
      settings.put(GaramConfig.INTENT_EXISTING, GaramConfig.REPLACE);
    }
    List<Fuzzed> fuzzed = new ArrayList<>();
    for (int id = 0; id < count; id++) {
      fuzzed.add(records.next(cluster.inputTopic(), id));
    }
    String again =
        String.format(
            "records of seed %d; run it again by scripts/test --fuzz %d --seed %d",
            seed, RECORDS, SEED);
    try (LogLines log = LogLines.of("io.garam.tagger");
        Tagger tagger = Tagger.start(GaramConfig.of(settings))) {
      List<RecordMetadata> places =
          cluster.sendRecords(
              fuzzed.stream().map(Fuzzed::record).toList(), Map.of("max.request.size", 4_000_000));
      Outcomes outcomes = Outcomes.await(cluster, tagger, count, PATIENCE);
      FuzzReport report = new FuzzReport(fuzzed, places, outcomes);
      if (model.equals(PLAIN_MODEL)) {
        report.classifyAgain(model);
      }
      assertThat(report.faults()).as(again).isEmpty();
      assertThat(log.failures()).as(again).isEmpty();
      assertThat(tagger.statistics().counts().skipped()).as(again).isZero();
      assertThat(outcomes.outputs()).as(again).hasSizeGreaterThan(count / 2);
      assertThat(outcomes.letters()).as(again).hasSizeGreaterThan(count / 20);
    }
    cluster.deleteTopics();
  }
}
