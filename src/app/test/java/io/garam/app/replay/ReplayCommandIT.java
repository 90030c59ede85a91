package io.garam.app.replay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import com.fasterxml.jackson.databind.JsonNode;
import io.garam.app.CommandRun;
import io.garam.app.GaramProcess;
import io.garam.app.broker.EmbeddedBroker;
import io.garam.app.replay.History.Turn;
import io.garam.nlu.io.Json;
import io.garam.streams.Tagger;
import io.garam.streams.config.GaramConfig;
import io.garam.streams.event.SourcePosition;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
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
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayCommandIT {

  private static final String MODEL = "../../models/korean-dialogue-act";
  private static final String OTHER_MODEL = "../../models/korean-intention";
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @AutoClose private static final EmbeddedBroker broker = EmbeddedBroker.startTemporary();

  private static History history(int partitions, int size) throws Exception {
    History history = new History(broker.bootstrapServers(), partitions, size);
    history.createTopic();
    return history;
  }

  private static List<String> arguments(History history, String... more) {
    return Stream.concat(
            Stream.of(
                "replay",
                "--bootstrap-server",
                broker.bootstrapServers(),
                "--topic",
                history.topic(),
                "--config",
                "transaction.timeout.ms=5000"),
            Stream.of(more))
        .toList();
  }

  private static CommandRun replay(History history, String... more) {
    return CommandRun.of(arguments(history, more).toArray(String[]::new));
  }

  private static JsonNode done(CommandRun run) throws IOException {
    assertThat(run.exitCode()).as(run.err()).isZero();
    return Json.MAPPER.readTree(run.out());
  }

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
  void theSameUtterancesGetTheSameLabelsAsLive() throws Exception {
    History history = history(2, 4_000);
    history.sendAll();
    String intents = "intents-" + UUID.randomUUID();
    Map<String, String> settings = new HashMap<>();
    settings.put("bootstrap.servers", broker.bootstrapServers());
    settings.put("application.id", history.topic() + "-live");
    settings.put(GaramConfig.MODEL, MODEL);
    settings.put(GaramConfig.INPUT_TOPIC, history.topic());
    settings.put(GaramConfig.OUTPUT_TOPIC, intents);
    settings.put(GaramConfig.DEAD_LETTER_TOPIC, intents + "-dead");
    settings.put(GaramConfig.CREATE_TOPICS, "true");
    settings.put(GaramConfig.TOPIC_PARTITIONS, "3");
    try (Tagger live = Tagger.start(GaramConfig.of(settings))) {
      live.awaitRunning(PATIENCE);
      while (live.statistics().counts().tagged() < 4_000) {
        TimeUnit.MILLISECONDS.sleep(50);
      }
      JsonNode outcome = done(replay(history, "--model", MODEL, "--live-topic", intents, "--json"));
      assertThat(outcome.at("/live/count").intValue()).isEqualTo(4_000);
      assertThat(outcome.at("/live/agreed").intValue()).isEqualTo(4_000);
      assertThat(outcome.has("accuracy")).isFalse();
      assertThat(outcome.at("/labelDistribution/count").intValue()).isEqualTo(4_000);
      assertThat(live.isRunning()).isTrue();
      assertThat(live.statistics().counts().tagged()).isEqualTo(4_000);
    }
  }

  @Test
  void twoModelsAreComparedByCorrections() throws Exception {
    History history = history(2, 2_000);
    history.sendAll();
    String corrections = "corrections-" + UUID.randomUUID();
    history.create(corrections, 1);
    List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
    for (Turn turn : history.turns().subList(0, 500)) {
      // The first word on an utterance is wrong, the last one counts.
      for (String label : List.of("nonsense", turn.label())) {
        records.add(
            new ProducerRecord<>(
                corrections,
                turn.dialogue().getBytes(UTF_8),
                History.json(Map.of("utteranceId", turn.id(), "right", label)).getBytes(UTF_8)));
      }
    }
    records.add(new ProducerRecord<>(corrections, null, "{}".getBytes(UTF_8)));
    history.send(records);
    CommandRun run =
        replay(
            history,
            "--model",
            MODEL,
            "--against",
            OTHER_MODEL,
            "--gold-topic",
            corrections,
            "--gold",
            "/right",
            "--json");
    JsonNode outcome = done(run);
    assertThat(outcome.get("count").intValue()).isEqualTo(500);
    assertThat(outcome.get("accuracy").doubleValue()).isGreaterThan(0.9);
    assertThat(outcome.at("/comparison/count").intValue()).isEqualTo(2_000);
    assertThat(outcome.at("/comparison/scored").intValue()).isEqualTo(500);
    assertThat(outcome.at("/comparison/verdict").asText())
        .contains("korean-dialogue-act is better");
    assertThat(run.err())
        .contains("Records of " + corrections + " that do not say", "count for nothing: 1.");
    assertThat(history.leftovers()).isEmpty();
  }

  @Test
  void aStretchBetweenTwoTimesIsKeptInATopicOfItsOwn() throws Exception {
    History history = history(2, 1_000);
    history.sendAll();
    String output = "tagged-" + UUID.randomUUID();
    CommandRun run =
        replay(
            history,
            "--model",
            MODEL,
            "--from",
            "2026-11-01T00:00:50Z",
            "--to",
            "2026-11-01T00:01:40",
            "--output-topic",
            output,
            "--json");
    JsonNode outcome = done(run);
    assertThat(outcome.at("/counts/answers").intValue()).isEqualTo(200);
    assertThat(outcome.at("/counts/firstTime").asText()).isEqualTo("2026-11-01T00:00:50Z");
    List<ConsumerRecord<byte[], byte[]>> kept = read(output);
    assertThat(kept).hasSize(200);
    for (ConsumerRecord<byte[], byte[]> record : kept) {
      SourcePosition place = SourcePosition.of(record.headers()).orElseThrow();
      assertThat(place.partition().topic()).isEqualTo(history.topic());
      assertThat(Json.MAPPER.readTree(record.value()).at("/intent/label").isTextual()).isTrue();
      assertThat(record.timestamp()).isBetween(History.START + 50_000, History.START + 100_000);
    }
    CommandRun again = replay(history, "--model", MODEL, "--output-topic", output);
    assertThat(again.exitCode()).isOne();
    assertThat(again.err())
        .contains("Expected an output topic that is new or empty, but " + output);
    assertThat(read(output)).hasSize(200);
  }

  private static List<ConsumerRecord<byte[], byte[]>> read(String topic) {
    List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers",
                broker.bootstrapServers(),
                "isolation.level",
                "read_committed",
                "auto.offset.reset",
                "earliest"),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(info -> new TopicPartition(topic, info.partition()))
              .toList();
      consumer.assign(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        consumer.poll(Duration.ofMillis(100)).forEach(records::add);
      }
    }
    return records;
  }

  @Test
  void whatAKilledReplayLeftGoesWithTheNext() throws Exception {
    History history = history(2, 60_000);
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
  void anotherInstanceHelps() throws Exception {
    History history = history(4, 60_000);
    history.sendAll();
    try (GaramProcess leader =
        GaramProcess.start(
            arguments(history, "--model", MODEL, "--gold", "/label", "--json", "--threads", "1"))) {
      leader.awaitLine(" a second, ", PATIENCE);
      CommandRun refused = replay(history, "--model", OTHER_MODEL, "--join");
      assertThat(refused.exitCode()).isOne();
      CommandRun helper = replay(history, "--model", MODEL, "--join", "--threads", "1");
      assertThat(helper.exitCode()).as(helper.err()).isZero();
      assertThat(helper.err()).contains("the instance that began the replay writes the report");
      assertThat(leader.awaitEnd(PATIENCE)).as(leader.errors()).isZero();
      JsonNode outcome = Json.MAPPER.readTree(leader.output());
      assertThat(outcome.at("/counts/answers").intValue()).isEqualTo(60_000);
      assertThat(outcome.at("/latencies/count").intValue()).isLessThanOrEqualTo(60_000);
    }
    assertThat(history.leftovers()).isEmpty();
  }

  @Test
  void whatCannotBeReplayedIsSaidInASentence() throws Exception {
    History history = history(2, 100);
    history.sendAll();
    Map<List<String>, String> sentences =
        Map.of(
            List.of("--from", "0:70,1:70"),
            "Expected records to replay between --from and --to, but there are none",
            List.of("--from", "7:1"),
            "Expected --from to name partitions of " + history.topic() + ", which has 2",
            List.of("--gold-topic", "no-such-topic"),
            "Expected the topic no-such-topic",
            List.of("--resume"),
            "Expected a replay \"" + history.topic() + "\" that was begun and has not ended",
            List.of("--topic", "no-such-topic", "--id", "none"),
            "Expected the topic no-such-topic");
    sentences.forEach(
        (flags, sentence) -> {
          List<String> all =
              new ArrayList<>(
                  List.of(
                      "replay", "--bootstrap-server", broker.bootstrapServers(), "--model", MODEL));
          if (!flags.contains("--topic")) {
            all.addAll(List.of("--topic", history.topic()));
          }
          all.addAll(flags);
          CommandRun run = CommandRun.of(all.toArray(String[]::new));
          assertThat(run.exitCode()).as("%s", flags).isOne();
          assertThat(run.err()).as("%s", flags).contains(sentence);
          assertThat(run.out()).isEmpty();
        });
    assertThat(history.leftovers()).isEmpty();
    CommandRun future =
        replay(history, "--model", MODEL, "--to", "2126-01-01", "--gold", "/nothing");
    assertThat(future.exitCode()).isZero();
    assertThat(future.err())
        .contains("--to is in the future", "No utterance has a label at /nothing");
    assertThat(future.out()).contains("utterances tagged           100");
  }
}
