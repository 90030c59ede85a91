package io.garam.app.faults;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import com.fasterxml.jackson.databind.JsonNode;
import io.garam.app.Garam;
import io.garam.app.GaramProcess;
import io.garam.app.models.Registry;
import io.garam.app.run.Cluster;
import io.garam.app.run.Conversations;
import io.garam.app.run.Conversations.Line;
import io.garam.app.run.DialogueModels;
import io.garam.nlu.Intent;
import io.garam.nlu.io.Json;
import io.garam.streams.registry.PushedBundle;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Models change under load, now and then by a canary first, while instances are killed. Each event
 * is tagged once and in order, and each dialogue throughout by the model with which it began, as
 * that model alone would have. {@code -Dgaram.switch.seconds=300} goes on for longer, with fewer
 * switches and kills, and kills the broker too, which is also the registry's.
 */
class ModelSwitchIT {

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int SECONDS = Integer.getInteger("garam.switch.seconds", 16);
  private static final int UTTERANCES_A_SECOND = 1_000;
  private static final int DIALOGUES = 200;
  private static final boolean LONG = SECONDS >= 60;
  private static final int SECONDS_TO_A_SWITCH = LONG ? 5 : 2;
  private static final int SECONDS_TO_A_KILL = LONG ? 20 : 6;
  private static final int PARTITIONS = 4;
  private static final double CANARY_PERCENT = 30;
  private static final Duration BROKER_AWAY = Duration.ofSeconds(5);

  private final Path folder;
  @AutoClose private final BrokerCluster brokers;
  private final Cluster cluster;
  private final Registry registry;
  private final List<GaramProcess> instances = new ArrayList<>();

  ModelSwitchIT(@TempDir Path folder) throws Exception {
    this.folder = folder;
    this.brokers = BrokerCluster.start(folder, 1, Map.of());
    this.cluster = new Cluster(brokers.bootstrapServers(), PARTITIONS);
    this.registry = new Registry(brokers.bootstrapServers());
  }

  private GaramProcess start(int number) throws IOException {
    Map<String, String> settings = cluster.settings();
    registry.addTo(settings, folder.resolve("state-" + number));
    List<String> arguments = new ArrayList<>(List.of("run"));
    settings.forEach((key, value) -> arguments.addAll(List.of("--config", key + "=" + value)));
    return GaramProcess.start(GaramProcess.shortLivedJava(Garam.class, 512), arguments, Map.of());
  }

  @Test
  void eachDialogueEndsWithTheModelThatItBeganWithThroughSwitchesAndKills() throws Exception {
    Map<String, Path> models = new HashMap<>();
    List<PushedBundle> pushed = new ArrayList<>();
    for (Path model :
        List.of(
            DialogueModels.first(),
            DialogueModels.second(),
            Path.of("../../models/korean-dialogue-act"))) {
      PushedBundle bundle = registry.push(model);
      pushed.add(bundle);
      models.put(bundle.digest(), model);
    }
    registry.activate(pushed.get(0));
    cluster.createTopics();
    Conversations conversations = Conversations.of(7, DIALOGUES);
    try {
      instances.add(start(0));
      instances.add(start(1));
      for (GaramProcess instance : instances) {
        assertThat(instance.awaitLine("Ctrl-C", PATIENCE)).contains("Tagging");
      }
      load(conversations, pushed);
      Set<String> used = assertExact(conversations, models);
      assertThat(used).as("models that began a dialogue").hasSize(models.size());
    } finally {
      for (GaramProcess instance : instances) {
        instance.close();
      }
    }
  }

  private void load(Conversations conversations, List<PushedBundle> pushed) throws Exception {
    long start = System.nanoTime();
    for (int second = 1; second <= SECONDS; second++) {
      cluster.sendRecords(
          conversations.next(UTTERANCES_A_SECOND).stream()
              .map(line -> line.record(cluster.inputTopic()))
              .toList());
      if (second % SECONDS_TO_A_SWITCH == 0) {
        rollOut(second / SECONDS_TO_A_SWITCH, pushed);
      }
      if (LONG && second == SECONDS / 2) {
        restartBroker();
      }
      if (second % SECONDS_TO_A_KILL == 0) {
        int victim = second / SECONDS_TO_A_KILL % 2;
        instances.get(victim).kill();
        instances.get(victim).close();
        instances.set(victim, start(victim));
      }
      long due = start + TimeUnit.SECONDS.toNanos(second) - System.nanoTime();
      TimeUnit.NANOSECONDS.sleep(Math.max(0, due));
    }
  }

  /** Each model is a canary first, and active for all at the next step. */
  private void rollOut(int step, List<PushedBundle> pushed) {
    PushedBundle next = pushed.get((step + 1) / 2 % pushed.size());
    if (step % 2 == 1) {
      registry.beginCanary(next, CANARY_PERCENT);
    } else {
      registry.activate(next);
    }
  }

  private void restartBroker() throws Exception {
    BrokerProcess broker = brokers.brokers().get(0);
    broker.kill();
    TimeUnit.NANOSECONDS.sleep(BROKER_AWAY.toNanos());
    broker.startAgain();
  }

  /** Returns the digests of all models that answered. */
  private Set<String> assertExact(Conversations conversations, Map<String, Path> models)
      throws IOException {
    List<Line> said = conversations.said();
    Map<String, List<Intent>> expected = new HashMap<>();
    models.forEach((digest, model) -> expected.put(digest, conversations.intents(model)));
    Map<Integer, JsonNode> intents = new HashMap<>();
    Map<String, Integer> last = new HashMap<>();
    Map<String, String> following = new HashMap<>();
    Set<String> used = new TreeSet<>();
    for (ConsumerRecord<byte[], byte[]> output :
        cluster.read(cluster.outputTopic(), said.size(), PATIENCE)) {
      JsonNode event = Json.MAPPER.readTree(output.value());
      int id = event.get("utteranceId").intValue();
      JsonNode intent = event.get("intent");
      Line line = said.get(id);
      assertThat(intents.put(id, intent)).as("a second output of %d", id).isNull();
      assertThat(new String(output.key(), UTF_8)).isEqualTo(line.dialogue());
      Integer before = last.put(line.dialogue(), id);
      assertThat(before == null ? -1 : before).as("order of %d", id).isLessThan(id);
      String digest = intent.at("/model/digest").textValue();
      String began = following.putIfAbsent(line.dialogue(), digest);
      assertThat(digest).as("model of %s", line).isEqualTo(began == null ? digest : began);
      if (line.ends()) {
        following.remove(line.dialogue());
      }
      used.add(digest);
      assertSame(line, intent, expected.get(digest).get(id));
    }
    assertThat(intents).as("outputs").hasSameSizeAs(said);
    return used;
  }

  private static void assertSame(Line line, JsonNode intent, Intent expected) {
    assertThat(intent.at("/dialogue/restarted").isMissingNode()).as("%s", line).isTrue();
    assertThat(intent.at("/dialogue/utterance").intValue())
        .as("place of %s", line)
        .isEqualTo(expected.dialogue().utterance());
    assertThat(intent.get("label").textValue()).as("label of %s", line).isEqualTo(expected.label());
    assertThat(intent.get("confidence").floatValue())
        .as("confidence of %s", line)
        .isCloseTo(expected.confidence(), offset(1e-4f));
  }
}
