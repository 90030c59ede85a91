package io.garam.app.replay;

import static io.garam.app.replay.ReplayCommands.MODEL;
import static io.garam.app.replay.ReplayCommands.OTHER_MODEL;
import static io.garam.app.replay.ReplayCommands.PATIENCE;
import static io.garam.app.replay.ReplayCommands.arguments;
import static io.garam.app.replay.ReplayCommands.done;
import static io.garam.app.replay.ReplayCommands.history;
import static io.garam.app.replay.ReplayCommands.replay;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import com.fasterxml.jackson.databind.JsonNode;
import io.garam.app.CommandRun;
import io.garam.app.GaramProcess;
import io.garam.app.broker.SharedBroker;
import io.garam.app.replay.History.Turn;
import io.garam.nlu.io.Json;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Replays that are interrupted, killed or helped by another instance. */
final class ReplayInterruptionIT {

  @RegisterExtension static final SharedBroker broker = new SharedBroker();

  /** Writes in transactions, of which every other is aborted, with poison between the events. */
  private static int sendWithGapsAndPoison(History history) throws Exception {
    int poison = 0;
    List<Future<RecordMetadata>> sent = new ArrayList<>();
    history.send(
        List.of(
            history.record(0, 0, "gone", "{\"text\":\"사라진 말\",\"label\":\"inform\"}"),
            history.record(0, 0, "gone", "{\"text\":\"사라진 말\",\"label\":\"inform\"}")));
    try (Admin admin = history.admin()) {
      admin
          .deleteRecords(
              Map.of(new TopicPartition(history.topic(), 0), RecordsToDelete.beforeOffset(2)))
          .all()
          .get();
    }
    List<String> bad = List.of("no json", "{\"text\":\"\"}", "{\"text\":5}", "[]", "{\"a\":1}");
    try (KafkaProducer<byte[], byte[]> producer =
        history.producer(
            settings -> {
              Map<String, Object> transactional = new HashMap<>(settings);
              transactional.put("transactional.id", history.topic());
              return transactional;
            })) {
      producer.initTransactions();
      List<Turn> turns = history.turns();
      for (int start = 0; start < turns.size(); start += 5_000) {
        producer.beginTransaction();
        for (Turn turn : turns.subList(start, Math.min(start + 5_000, turns.size()))) {
          sent.add(producer.send(history.event(turn)));
          if (turn.id() % 500 == 7) {
            sent.add(producer.send(history.record(0, turn.id(), "poison", bad.get(poison++ % 5))));
          }
        }
        producer.commitTransaction();
        producer.beginTransaction();
        for (int i = 0; i < 400; i++) {
          // The last partition has nothing else.
          sent.add(
              producer.send(
                  history.record(i % 2 == 0 ? 3 : 1, start, "never", "{\"text\":\"없던 말\"}")));
        }
        producer.flush();
        producer.abortTransaction();
      }
    }
    assertThat(sent).allMatch(Future::isDone);
    return poison;
  }

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void aHundredThousandEventsInterruptedAndResumedComeOutAsEvaluateSays(@TempDir Path folder)
      throws Exception {
    History history = new History(broker.bootstrapServers(), 3, 100_000);
    history.create(history.topic(), 4);
    int poison = sendWithGapsAndPoison(history);
    Path report = folder.resolve("report.html");
    try (GaramProcess first =
        GaramProcess.start(arguments(history, "--model", MODEL, "--gold", "/label"))) {
      assertThat(first.awaitLine(" a second, ", PATIENCE)).contains("Replaying: ");
      assertThat(first.terminate()).isEqualTo(130);
      assertThat(first.errors()).contains("Interrupted; nothing is lost.", "--resume");
      assertThat(first.output()).isEmpty();
    }
    JsonNode outcome =
        done(
            replay(
                history,
                "--model",
                MODEL,
                "--gold",
                "/label",
                "--resume",
                "--json",
                "--report",
                report.toString()));
    Path corpus = folder.resolve("corpus.tsv");
    history.writeCorpus(corpus);
    JsonNode evaluated =
        done(CommandRun.of("evaluate", "--model", MODEL, "--corpus", corpus.toString(), "--json"));
    assertThat(outcome.at("/counts/answers").intValue()).isEqualTo(100_000);
    assertThat(outcome.at("/counts/deadLetters").intValue()).isEqualTo(poison);
    assertThat(outcome.at("/counts/reasons")).hasSizeGreaterThan(3);
    assertThat(outcome.at("/gaps").intValue()).isGreaterThan(20 * 200);
    for (String figure : List.of("accuracy", "macroF1", "count", "confusionMatrix", "classes")) {
      assertThat(outcome.get(figure)).as(figure).isEqualTo(evaluated.get(figure));
    }
    assertThat(outcome.get("expectedCalibrationError").doubleValue())
        .isCloseTo(evaluated.get("expectedCalibrationError").doubleValue(), offset(1e-5));
    assertThat(report).content(UTF_8).contains("<svg", "Intents over time", history.topic());
    assertThat(history.leftovers()).isEmpty();
  }

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void whatAKilledReplayLeftGoesWithTheNext() throws Exception {
    History history = history(broker, 2, 60_000);
    history.sendAll();
    String output = "tagged-" + UUID.randomUUID();
    try (GaramProcess killed =
        GaramProcess.start(arguments(history, "--model", MODEL, "--output-topic", output))) {
      killed.awaitLine(" a second, ", PATIENCE);
      killed.kill();
    }
    assertThat(history.leftovers()).contains("garam-replay-" + history.topic() + "-plan");
    CommandRun other =
        replay(history, "--model", OTHER_MODEL, "--resume", "--output-topic", output);
    assertThat(other.exitCode()).isOne();
    assertThat(other.err()).contains("as it was begun, with the models");
    CommandRun run = replay(history, "--model", OTHER_MODEL, "--to", "0:500,1:500", "--json");
    assertThat(done(run).at("/counts/answers").intValue()).isEqualTo(1_000);
    assertThat(history.leftovers()).isEmpty();
    try (Admin admin = history.admin()) {
      assertThat(admin.listTopics().names().get()).doesNotContain(output);
    }
  }

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void whatAKilledReplayLeftIsListedAndDiscarded() throws Exception {
    History history = history(broker, 2, 60_000);
    history.sendAll();
    String id = history.topic();
    try (GaramProcess killed = GaramProcess.start(arguments(history, "--model", MODEL))) {
      killed.awaitLine(" a second, ", PATIENCE);
      killed.freeze();
      CommandRun refused = leftovers(history, "--discard", id);
      assertThat(refused.exitCode()).isOne();
      assertThat(refused.err()).contains("nobody at work", "but it runs (garam-replay-" + id);
      killed.kill();
    }
    CommandRun text = leftovers(history, "--list");
    assertThat(text.out()).contains(id + ": of " + id + ", begun 20", " of 60,000 offsets done");
    JsonNode listed = null;
    for (JsonNode one : done(leftovers(history, "--list", "--json")).get("replays")) {
      listed = one.get("id").textValue().equals(id) ? one : listed;
    }
    assertThat(listed).isNotNull();
    assertThat(listed.get("done").longValue()).isBetween(1L, 59_999L);
    assertThat(listed.get("topics")).hasSizeGreaterThan(2);
    CommandRun run = leftovers(history, "--discard", id);
    for (long end = System.nanoTime() + PATIENCE.toNanos();
        run.exitCode() != 0 && System.nanoTime() < end;
        run = leftovers(history, "--discard", id)) {
      assertThat(run.err()).contains("A killed instance counts for 10 s");
      TimeUnit.MILLISECONDS.sleep(500);
    }
    assertThat(run.err()).contains("The replay \"" + id + "\" is discarded.");
    assertThat(history.leftovers()).isEmpty();
    assertThat(leftovers(history, "--discard", id).err()).contains("there is nothing of it");
  }

  private static CommandRun leftovers(History history, String... more) {
    return CommandRun.of(
        Stream.concat(
                Stream.of("replay", "--bootstrap-server", history.bootstrapServers()),
                Stream.of(more))
            .toArray(String[]::new));
  }

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void anotherInstanceHelps() throws Exception {
    History history = history(broker, 4, 200_000);
    history.sendAll();
    try (GaramProcess leader =
        GaramProcess.start(
            arguments(history, "--model", MODEL, "--gold", "/label", "--json", "--threads", "1"))) {
      leader.awaitLine(" a second, ", PATIENCE);
      leader.freeze();
      CommandRun refused = replay(history, "--model", OTHER_MODEL, "--join");
      assertThat(refused.exitCode()).isOne();
      leader.thaw();
      CommandRun helper = replay(history, "--model", MODEL, "--join", "--threads", "1");
      assertThat(helper.exitCode()).as(helper.err()).isZero();
      assertThat(helper.err()).contains("the instance that began the replay writes the report");
      assertThat(leader.awaitEnd(PATIENCE)).as(leader.errors()).isZero();
      JsonNode outcome = Json.MAPPER.readTree(leader.output());
      assertThat(outcome.at("/counts/answers").intValue()).isEqualTo(200_000);
      assertThat(outcome.at("/latencies/count").intValue()).isLessThanOrEqualTo(200_000);
    }
    assertThat(history.leftovers()).isEmpty();
  }
}
