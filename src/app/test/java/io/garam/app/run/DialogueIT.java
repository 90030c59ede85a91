package io.garam.app.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.garam.app.broker.EmbeddedBroker;
import io.garam.app.run.Conversations.Line;
import io.garam.nlu.GaramException;
import io.garam.nlu.Intent;
import io.garam.nlu.io.Json;
import io.garam.streams.Tagger;
import io.garam.streams.config.GaramConfig;
import io.garam.streams.output.TaggingStatistics.Counts;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is remembered of dialogues lives on the broker, and not in an instance. */
class DialogueIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int UTTERANCES = 3000;
  private static final int DIALOGUES = 200;

  @TempDir static Path folder;
  private static EmbeddedBroker broker;
  private static Path model;

  @BeforeAll
  static void startBroker() {
    broker = EmbeddedBroker.startTemporary();
    model = DialogueModels.first();
  }

  @AfterAll
  static void stopBroker() {
    broker.close();
  }

  /** Returns settings of an instance with a state folder of its own. */
  private static Map<String, String> settings(Cluster cluster) {
    Map<String, String> settings = new HashMap<>(cluster.settings());
    settings.put(GaramConfig.MODEL, model.toString());
    settings.put("state.dir", folder.resolve(UUID.randomUUID().toString()).toString());
    return settings;
  }

  private static Tagger start(Map<String, String> settings) throws InterruptedException {
    Tagger tagger = Tagger.start(GaramConfig.of(settings));
    tagger.awaitRunning(PATIENCE);
    return tagger;
  }

  private static void send(Cluster cluster, List<Line> lines) throws Exception {
    cluster.sendRecords(lines.stream().map(line -> line.record(cluster.inputTopic())).toList());
  }

  @Test
  void stepsAreTakenTogetherAndTheAnswersAreThoseOfOneByOne() throws Exception {
    Cluster cluster = new Cluster(broker);
    cluster.createTopics();
    Conversations conversations = Conversations.endless(1, DIALOGUES);
    send(cluster, conversations.next(UTTERANCES));
    List<Intent> expected = conversations.intents(model);
    Counts counts;
    try (Tagger tagger = start(settings(cluster))) {
      DialogueOutputs.assertThatNothingDisturbed(cluster, conversations.said(), expected, PATIENCE);
      counts = tagger.statistics().counts();
    }
    assertThat(counts.taggedAlone()).isZero();
    assertThat(counts.speculativeSteps()).isEqualTo(UTTERANCES);
    assertThat(counts.steppedAlone()).isZero();
    assertThat(cluster.changelogs()).hasSize(1);
  }

  /** Else the tests here would prove little. */
  @Test
  void whatWasSaidBeforeDecidesManyLabels() {
    Conversations conversations = Conversations.of(1, DIALOGUES);
    conversations.next(UTTERANCES);
    List<Intent> remembering = conversations.intents(model);
    List<Intent> forgetting = conversations.intentsOfEachAlone(model);
    assertThat(IntStream.range(0, UTTERANCES))
        .filteredOn(i -> !remembering.get(i).label().equals(forgetting.get(i).label()))
        .hasSizeGreaterThan(UTTERANCES / 4);
  }

  @Test
  void aModelThatJudgesEveryUtteranceAloneHasNoChangelog() throws Exception {
    Cluster cluster = new Cluster(broker);
    cluster.createTopics();
    send(cluster, Conversations.of(1, DIALOGUES).next(100));
    try (Tagger tagger = start(cluster.settings())) {
      assertThat(cluster.read(cluster.outputTopic(), 100, PATIENCE)).hasSize(100);
      assertThat(tagger.statistics().counts().speculativeSteps()).isZero();
      assertThat(tagger.statistics().counts().steppedAlone()).isZero();
    }
    assertThat(cluster.changelogs()).isEmpty();
  }

  @ParameterizedTest
  @Execution(ExecutionMode.CONCURRENT)
  @CsvSource({"memory, exactly_once_v2", "rocksdb, exactly_once_v2", "memory, at_least_once"})
  void anInstanceWithoutAnyFilesGoesOnFromTheChangelog(String store, String guarantee)
      throws Exception {
    Cluster cluster = new Cluster(broker);
    cluster.createTopics();
    Conversations conversations = Conversations.of(2, DIALOGUES);
    for (int part = 1; part <= 3; part++) {
      Map<String, String> settings = settings(cluster);
      settings.put(GaramConfig.DIALOGUE_STORE, store);
      settings.put("processing.guarantee", guarantee);
      try (Tagger tagger = start(settings)) {
        send(cluster, conversations.next(UTTERANCES / 3));
        assertThat(cluster.awaitCommitted(cluster.outputTopic(), part * UTTERANCES / 3, PATIENCE))
            .isEqualTo(part * UTTERANCES / 3);
        assertThat(tagger.statistics().counts().tagged()).isEqualTo(UTTERANCES / 3);
      }
    }
    DialogueOutputs.assertThatNothingDisturbed(
        cluster, conversations.said(), conversations.intents(model), PATIENCE);
  }

  @Test
  void aDialogueThatMovesToAnotherInstanceAndBackGoesOnAsIfNothingHadBeen() throws Exception {
    Cluster cluster = new Cluster(broker);
    cluster.createTopics();
    Conversations conversations = Conversations.of(3, DIALOGUES);
    Map<String, String> first = settings(cluster);
    first.put("num.stream.threads", "1");
    first.put("num.standby.replicas", "1");
    Map<String, String> second = new HashMap<>(first);
    second.put("state.dir", folder.resolve(UUID.randomUUID().toString()).toString());
    try (Tagger staying = start(first)) {
      talk(cluster, conversations);
      try (Tagger passing = start(second)) {
        do {
          talk(cluster, conversations);
        } while (passing.statistics().counts().tagged() < UTTERANCES / 10);
      }
      talk(cluster, conversations);
      DialogueOutputs.assertThatNothingDisturbed(
          cluster, conversations.said(), conversations.intents(model), PATIENCE);
      assertThat(staying.isRunning()).isTrue();
    }
  }

  private static void talk(Cluster cluster, Conversations conversations) throws Exception {
    for (int burst = 0; burst < 10; burst++) {
      send(cluster, conversations.next(UTTERANCES / 100));
    }
  }

  /** A late utterance tells: had the clock gone back with it, the dialogue would later be idle. */
  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void theClockGoesOnWhereItStoodBeforeARestart() throws Exception {
    Cluster cluster = new Cluster(broker);
    cluster.createTopics();
    int tagged = 0;
    for (int[] minutes : new int[][] {{0, 59}, {10}, {100}, {161}}) {
      try (Tagger tagger = start(settings(cluster))) {
        for (int minute : minutes) {
          cluster.sendRecords(List.of(hello(cluster.inputTopic(), Duration.ofMinutes(minute))));
        }
        tagged += minutes.length;
        assertThat(cluster.awaitCommitted(cluster.outputTopic(), tagged, PATIENCE))
            .isEqualTo(tagged);
        assertThat(tagger.statistics().counts().tagged()).isEqualTo(minutes.length);
      }
    }
    assertThat(cluster.read(cluster.outputTopic(), tagged, PATIENCE))
        .map(output -> Json.MAPPER.readTree(output.value()).at("/intent/dialogue/utterance"))
        .map(JsonNode::intValue)
        .containsExactly(1, 2, 3, 4, 1);
  }

  private static ProducerRecord<byte[], byte[]> hello(String topic, Duration time) {
    return new ProducerRecord<>(
        topic, 0, time.toMillis(), new byte[] {1}, "{\"text\":\"안녕하세요\"}".getBytes(UTF_8));
  }

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void anotherModelStartsAllDialoguesAnew() throws Exception {
    Cluster cluster = new Cluster(broker);
    cluster.createTopics();
    Conversations conversations = Conversations.of(4, 1);
    try (Tagger tagger = start(settings(cluster))) {
      send(cluster, conversations.next(1));
      assertThat(cluster.awaitCommitted(cluster.outputTopic(), 1, PATIENCE)).isEqualTo(1);
      assertThat(tagger.statistics().counts().deadLetters()).isZero();
    }
    Map<String, String> settings = settings(cluster);
    settings.put(GaramConfig.MODEL, DialogueModels.second().toString());
    try (Tagger tagger = start(settings)) {
      send(cluster, conversations.next(1));
      assertThat(cluster.read(cluster.outputTopic(), 2, PATIENCE))
          .map(output -> Json.MAPPER.readTree(output.value()).at("/intent/dialogue").toString())
          .containsExactly("{\"utterance\":1}", "{\"utterance\":1,\"restarted\":\"other model\"}");
      assertThat(tagger.statistics().counts().deadLetters()).isZero();
    }
  }

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void aTopicThatGrewIsRefusedInOneSentenceThatHelps() throws Exception {
    Cluster cluster = new Cluster(broker);
    cluster.createTopics();
    try (Tagger tagger = start(settings(cluster))) {
      assertThat(tagger.isRunning()).isTrue();
    }
    cluster.growInputTopic(2 * Cluster.PARTITIONS);
    Map<String, String> settings = settings(cluster);
    assertThatThrownBy(
            () -> {
              try (Tagger tagger = Tagger.start(GaramConfig.of(settings))) {
                tagger.awaitRunning(PATIENCE);
              }
            })
        .isInstanceOf(GaramException.class)
        .hasMessageContaining(cluster.changelogs().get(0))
        .hasMessageContaining("delete that topic and start again");
    cluster.delete(cluster.changelogs().get(0));
    try (Tagger tagger = start(settings)) {
      assertThat(tagger.isRunning()).isTrue();
    }
  }

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void twoInstancesThatShareAStateFolderAreToldSo() throws Exception {
    Cluster cluster = new Cluster(broker);
    cluster.createTopics();
    Map<String, String> settings = settings(cluster);
    settings.put(GaramConfig.DIALOGUE_STORE, "rocksdb");
    try (Tagger tagger = start(settings)) {
      assertThatThrownBy(() -> Tagger.start(GaramConfig.of(settings)))
          .isInstanceOf(GaramException.class)
          .hasMessageContaining("state.dir");
      assertThat(tagger.awaitEnd(Duration.ZERO)).isFalse();
    }
  }
}
