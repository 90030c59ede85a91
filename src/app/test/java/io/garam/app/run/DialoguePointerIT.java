package io.garam.app.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.garam.app.CommandRun;
import io.garam.app.broker.SharedBroker;
import io.garam.app.run.Conversations.Line;
import io.garam.streams.Tagger;
import io.garam.streams.config.GaramConfig;
import io.garam.streams.deadletters.DeadLetterHeaders;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Chat logs whose key is not the dialogue. */
class DialoguePointerIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @RegisterExtension static final SharedBroker broker = new SharedBroker();
  @TempDir static Path folder;

  private final Random random = new Random(7);
  private final Cluster cluster = new Cluster(broker.bootstrapServers());

  private Tagger start(Map<String, String> more) throws InterruptedException {
    Map<String, String> settings = cluster.settings();
    settings.put(GaramConfig.DIALOGUE_POINTER, "/dialogueId");
    settings.put("state.dir", folder.resolve(UUID.randomUUID().toString()).toString());
    settings.putAll(more);
    Tagger tagger = Tagger.start(GaramConfig.of(settings));
    tagger.awaitRunning(PATIENCE);
    return tagger;
  }

  /** A message's own id for a key, or none. */
  private ProducerRecord<byte[], byte[]> record(Line line, int partition) {
    String json =
        String.format(
            "{\"utteranceId\":%d,\"dialogueId\":\"%s\",\"speaker\":\"%s\",\"text\":\"%s\"%s}",
            line.id(),
            line.dialogue(),
            line.speaker(),
            line.text(),
            line.ends() ? ",\"end\":true" : "");
    byte[] key = random.nextBoolean() ? null : ("m-" + line.id()).getBytes(UTF_8);
    return new ProducerRecord<>(cluster.inputTopic(), partition, key, json.getBytes(UTF_8));
  }

  /** Each dialogue stays in a partition, which gives its utterances an order. */
  private void sendAtOnce(List<Line> lines) throws Exception {
    cluster.sendRecords(
        lines.stream()
            .map(line -> record(line, Math.floorMod(line.dialogue().hashCode(), 2)))
            .toList());
  }

  /** Dialogues change partitions, and are heard before they go on. */
  private void sendInTurn(List<Line> lines) throws Exception {
    int sent = lines.get(0).id();
    awaitTagged(sent);
    Set<String> speaking = new HashSet<>();
    List<ProducerRecord<byte[], byte[]>> burst = new ArrayList<>();
    for (Line line : lines) {
      if (!speaking.add(line.dialogue())) {
        cluster.sendRecords(burst);
        sent += burst.size();
        awaitTagged(sent);
        burst.clear();
        speaking.clear();
        speaking.add(line.dialogue());
      }
      burst.add(record(line, random.nextInt(Cluster.PARTITIONS)));
    }
    cluster.sendRecords(burst);
  }

  private void awaitTagged(int sent) {
    assertThat(cluster.awaitCommitted(cluster.outputTopic(), sent, PATIENCE))
        .isGreaterThanOrEqualTo(sent);
  }

  @Test
  void dialoguesThatAreSpreadOverPartitionsAreJudgedAsIfTheyWereTheirKeys() throws Exception {
    cluster.createTopics();
    Path model = DialogueModels.first();
    Map<String, String> settings = Map.of(GaramConfig.MODEL, model.toString());
    Conversations conversations = Conversations.of(11, 100);
    try (Tagger staying = start(settings)) {
      sendAtOnce(conversations.next(1_500));
      try (Tagger passing = start(settings)) {
        sendAtOnce(conversations.next(500));
        sendInTurn(conversations.next(60));
        assertThat(passing.isRunning()).isTrue();
      }
      sendInTurn(conversations.next(60));
      DialogueOutputs.assertThatNothingDisturbed(
          cluster, conversations.said(), conversations.intents(model), PATIENCE);
      assertThat(staying.statistics().counts().deadLetters()).isZero();
      assertThat(staying.statistics().counts().taggedAlone()).isZero();
    }
  }

  private ProducerRecord<byte[], byte[]> event(@Nullable String key, String value) {
    return new ProducerRecord<>(
        cluster.inputTopic(),
        random.nextInt(Cluster.PARTITIONS),
        key == null ? null : key.getBytes(UTF_8),
        value.getBytes(UTF_8));
  }

  private static String call(String text, int padding) {
    return "{\"dialogueId\":\"d-1\",\"text\":\""
        + text
        + "\",\"padding\":\""
        + "x".repeat(padding)
        + "\"}";
  }

  private static String header(ConsumerRecord<byte[], byte[]> record, String key) {
    return new String(record.headers().lastHeader(key).value(), UTF_8);
  }

  private static @Nullable String key(ConsumerRecord<byte[], byte[]> record) {
    return record.key() == null ? null : new String(record.key(), UTF_8);
  }

  @Test
  void whatCannotBeTaggedIsADeadLetterOfItsOwnTopicAndGoesBackThereWithItsKey() throws Exception {
    cluster.createTopics();
    Map<String, String> settings =
        Map.of("topic.max.message.bytes", "3000", GaramConfig.MAX_EVENT_BYTES, "8000");
    try (Tagger tagger = start(settings)) {
      cluster.sendRecords(
          List.of(
              event("m-1", call("안녕하세요", 0)),
              event("m-2", "{\"dialogueId\":"),
              event("m-3", call("안녕하세요", 9_000)),
              event("m-4", call("안녕하세요", 4_000)),
              event("m-5", call(" ", 0)),
              event(null, call("  ", 0)),
              event("m-7", "{\"text\":\"안녕하세요\"}"),
              event(null, "{\"text\":\"안녕하세요\"}"),
              event(null, call("감사합니다", 0))));
      assertThat(cluster.read(cluster.outputTopic(), 4, PATIENCE))
          .extracting(
              output -> key(output).replaceAll("^" + cluster.inputTopic() + "-.@.$", "a position"),
              output -> output.headers().toArray().length == 0 ? "" : header(output, "garam.key"))
          .containsExactlyInAnyOrder(
              tuple("d-1", "m-1"), tuple("m-7", ""), tuple("a position", ""), tuple("d-1", ""));
      List<ConsumerRecord<byte[], byte[]>> letters =
          cluster.read(cluster.deadLetterTopic(), 5, PATIENCE);
      assertThat(letters)
          .extracting(
              DialoguePointerIT::key,
              letter -> header(letter, DeadLetterHeaders.REASON),
              letter -> header(letter, DeadLetterHeaders.TOPIC))
          .containsExactlyInAnyOrder(
              tuple("m-2", "not-json", cluster.inputTopic()),
              tuple("m-3", "event-too-large", cluster.inputTopic()),
              tuple("m-4", "refused-by-broker", cluster.inputTopic()),
              tuple("m-5", "blank-text", cluster.inputTopic()),
              tuple(null, "blank-text", cluster.inputTopic()));
      assertThat(tagger.statistics().counts().skipped()).isZero();
    }
    CommandRun sent =
        CommandRun.of(
            "dead-letters",
            "--bootstrap-server=" + broker.bootstrapServers(),
            "--config=garam.input.topic=" + cluster.inputTopic(),
            "--topic=" + cluster.deadLetterTopic(),
            "--replay");
    assertThat(sent.exitCode()).as(sent.err()).isZero();
    List<String> returned =
        cluster.read(cluster.inputTopic(), 14, PATIENCE).stream()
            .map(record -> key(record) + " " + new String(record.value(), UTF_8))
            .toList();
    assertThat(returned).hasSize(14);
    assertThat(
            List.of(
                "m-2 {\"dialogueId\":",
                "m-3 " + call("안녕하세요", 9_000),
                "m-4 " + call("안녕하세요", 4_000),
                "m-5 " + call(" ", 0),
                "null " + call("  ", 0)))
        .allSatisfy(event -> assertThat(returned).filteredOn(event::equals).hasSize(2));
  }
}
