package io.garam.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.garam.app.GaramProcess;
import io.garam.app.broker.EmbeddedBroker;
import io.garam.streams.config.GaramConfig;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/**
 * Two instances are killed in turn while dialogues go on, and nothing shows in what they wrote. Run
 * {@code scripts/test --kills 6} for more than the few kills of every build.
 */
class DialogueKillIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int KILLS = Integer.getInteger("garam.test.kills", 2);
  private static final int DIALOGUES = 300;
  private static final int BURST = 50;
  private static final int PAUSE_MS = 50;
  private static final int BETWEEN_KILLS = 1500;

  @AutoClose private static final EmbeddedBroker broker = EmbeddedBroker.startTemporary();

  @Test
  void whatIsRememberedSurvivesKillsExactly() throws Exception {
    Path model = DialogueModels.first();
    Cluster cluster = new Cluster(broker);
    cluster.createTopics();
    Map<String, String> settings = new HashMap<>(cluster.settings());
    settings.put(GaramConfig.MODEL, model.toString());
    settings.put("num.stream.threads", "1");
    settings.put("num.standby.replicas", "1");
    Conversations conversations = Conversations.of(KILLS, DIALOGUES);
    AtomicBoolean killing = new AtomicBoolean(true);
    Deque<GaramProcess> instances = new ArrayDeque<>();
    try {
      instances.add(GaramProcess.run(settings));
      instances.add(GaramProcess.run(settings));
      for (GaramProcess instance : instances) {
        assertThat(instance.awaitLine("Ctrl-C", PATIENCE)).contains("Tagging");
      }
      CompletableFuture<Void> sending = speak(cluster, conversations, killing);
      int tagged = 0;
      for (int kill = 1; kill <= KILLS; kill++) {
        int wanted = tagged + BETWEEN_KILLS;
        tagged = cluster.awaitCommitted(cluster.outputTopic(), wanted, PATIENCE);
        assertThat(tagged).as("tagged before kill %d", kill).isGreaterThanOrEqualTo(wanted);
        instances.remove().kill();
        GaramProcess next = GaramProcess.run(settings);
        instances.add(next);
        assertThat(next.awaitLine("Ctrl-C", PATIENCE)).contains("Tagging");
        assertThat(sending).as("kill %d came in the middle of the dialogues", kill).isNotDone();
      }
      killing.set(false);
      sending.get();
      DialogueOutputs.assertThatNothingDisturbed(
          cluster, conversations.said(), conversations.intents(model), PATIENCE);
    } finally {
      for (GaramProcess instance : instances) {
        instance.close();
      }
    }
  }

  private static CompletableFuture<Void> speak(
      Cluster cluster, Conversations conversations, AtomicBoolean goOn) {
    return CompletableFuture.runAsync(
        () -> {
          try {
            while (goOn.get()) {
              List<ProducerRecord<byte[], byte[]>> records =
                  conversations.next(BURST).stream()
                      .map(line -> line.record(cluster.inputTopic()))
                      .toList();
              cluster.sendRecords(records);
              TimeUnit.MILLISECONDS.sleep(PAUSE_MS);
            }
          } catch (Exception e) {
            throw new IllegalStateException(e);
          }
        });
  }
}
