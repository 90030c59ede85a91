package io.garam.app.replay;

import static io.garam.app.replay.ReplayCommands.MODEL;
import static io.garam.app.replay.ReplayCommands.OTHER_MODEL;
import static io.garam.app.replay.ReplayCommands.PATIENCE;
import static io.garam.app.replay.ReplayCommands.done;
import static io.garam.app.replay.ReplayCommands.history;
import static io.garam.app.replay.ReplayCommands.replay;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.garam.app.CommandRun;
import io.garam.app.broker.SharedBroker;
import io.garam.app.replay.History.Turn;
import io.garam.app.run.Cluster;
import io.garam.nlu.io.Json;
import io.garam.streams.Tagger;
import io.garam.streams.config.GaramConfig;
import io.garam.streams.event.SourcePosition;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What a replay tags, scores, compares and refuses. */
final class ReplayCommandIT {

  @RegisterExtension static final SharedBroker broker = new SharedBroker();

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void theSameUtterancesGetTheSameLabelsAsLive() throws Exception {
    History history = history(broker, 2, 4_000);
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
  @Execution(ExecutionMode.CONCURRENT)
  void aThresholdIsOfTheModelAndNotOfTheOneThatItIsComparedWith() throws Exception {
    History history = history(broker, 2, 300);
    history.sendAll();
    CommandRun run =
        replay(history, "--model", MODEL, "--against", MODEL, "--threshold", "1", "--json");
    JsonNode outcome = done(run);
    assertThat(outcome.get("threshold").doubleValue()).isEqualTo(1);
    assertThat(outcome.get("model")).isEqualTo(outcome.get("against"));
    assertThat(outcome.at("/labelDistribution/labels/0/label").asText()).isEqualTo("unknown");
    assertThat(outcome.at("/comparison/count").intValue()).isEqualTo(300);
    assertThat(outcome.at("/comparison/agreed").intValue()).isLessThan(150);
    assertThat(history.leftovers()).isEmpty();
  }

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void twoModelsAreComparedByCorrections() throws Exception {
    History history = history(broker, 2, 2_000);
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
  @Execution(ExecutionMode.CONCURRENT)
  void mistakesAndChangesAreExplainedInTheirDialogues(@TempDir Path folder) throws Exception {
    History history = history(broker, 2, 0);
    List<String> said = List.of("방 하나 예약해 주세요", "안녕하세요?", "두 명이요?", "네.", "네.");
    List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
    for (int i = 0; i < said.size(); i++) {
      // Two dialogues in turn; the last of each is labelled wrongly, with another answer each.
      Map<String, Object> event = new HashMap<>();
      event.put("text", said.get(i));
      event.put("speaker", i == 2 ? "system" : "user");
      event.put("label", i < 3 ? "nonsense" : "request");
      records.add(history.record(0, i, "d" + i % 2, History.json(event)));
    }
    // A tombstone ends a dialogue: what was said before it is forgotten.
    records.add(new ProducerRecord<>(history.topic(), 0, "d0".getBytes(UTF_8), null));
    records.add(
        history.record(0, 6, "d0", "{\"text\":\"아침 여덟 시에 깨워 주세요\",\"label\":\"nonsense\"}"));
    history.send(records);
    Path report = folder.resolve("report.html");

    JsonNode outcome =
        done(
            replay(
                history,
                "--model",
                MODEL,
                "--against",
                OTHER_MODEL,
                "--gold",
                "/label",
                "--report",
                report.toString(),
                "--json"));

    Map<String, List<String>> earlier = new HashMap<>();
    for (JsonNode mistake : outcome.get("mistakes")) {
      JsonNode explanation = mistake.get("explanation");
      assertThat(explanation.has("missing")).as(mistake.toString()).isFalse();
      assertThat(explanation.at("/label/label")).isEqualTo(mistake.get("predicted"));
      List<String> parts = new ArrayList<>();
      explanation.get("earlier").forEach(part -> parts.add(part.get("part").textValue()));
      earlier.put(mistake.get("text").textValue() + parts.size(), parts);
    }
    assertThat(earlier.get("네.1")).containsExactly("안녕하세요?");
    assertThat(earlier.get("두 명이요?1")).containsExactly("방 하나 예약해 주세요");
    assertThat(earlier).containsKey("아침 여덟 시에 깨워 주세요0");
    JsonNode change = outcome.at("/comparison/explanations/0");
    assertThat(change.at("/first/label/label")).isEqualTo(change.get("from"));
    assertThat(change.at("/second/label/label")).isEqualTo(change.get("to"));
    assertThat(change.at("/first/tokens")).isNotEmpty();
    assertThat(report)
        .content(UTF_8)
        .contains("<summary>Why ", ", by korean-intention: ", "<svg class=\"explanation\"")
        .doesNotContain("not explained");
    assertThat(history.leftovers()).isEmpty();
  }

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void aStretchBetweenTwoTimesIsKeptInATopicOfItsOwn() throws Exception {
    History history = history(broker, 2, 1_000);
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
    return new Cluster(broker.bootstrapServers()).read(topic, 200, PATIENCE);
  }

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void whatCannotBeReplayedIsSaidInASentence() throws Exception {
    History history = history(broker, 2, 100);
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
