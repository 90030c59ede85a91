package io.garam.app.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.garam.app.GaramProcess;
import io.garam.app.broker.EmbeddedBroker;
import io.garam.nlu.io.Json;
import io.garam.streams.Tagger;
import io.garam.streams.config.GaramConfig;
import io.garam.streams.output.TaggingStatistics.Counts;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Under exactly-once, however a tagger ends, each event is tagged once and in order. */
class RestartIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int BURSTS = 60;
  private static final int BURST = 100;
  private static final int EVENTS = BURSTS * BURST;
  private static final int POISON_EVERY = 50;
  private static final int DEAD = EVENTS / POISON_EVERY;

  @AutoClose private static final EmbeddedBroker broker = EmbeddedBroker.startTemporary();

  private static boolean isPoison(int id) {
    return id % POISON_EVERY == POISON_EVERY - 1;
  }

  private static byte[] event(int id) {
    return ("{\"id\":" + id + (isPoison(id) ? "" : ",\"text\":\"내일 일정 " + id + "\"") + "}")
        .getBytes(UTF_8);
  }

  /** Sends a stretch of a steady stream, so that the tagger is always in the middle of one. */
  private static CompletableFuture<Void> stream(Cluster cluster) {
    return CompletableFuture.runAsync(
        () -> {
          try {
            for (int burst = 0; burst < BURSTS; burst++) {
              int first = burst * BURST;
              cluster.send(
                  IntStream.range(first, first + BURST).mapToObj(RestartIT::event).toList());
              TimeUnit.MILLISECONDS.sleep(60);
            }
          } catch (Exception e) {
            throw new IllegalStateException(e);
          }
        });
  }

  private static void assertEachIsThereOnceAndInOrder(Cluster cluster) throws IOException {
    List<ConsumerRecord<byte[], byte[]>> outputs =
        cluster.read(cluster.outputTopic(), EVENTS - DEAD, PATIENCE);
    List<ConsumerRecord<byte[], byte[]>> letters =
        cluster.read(cluster.deadLetterTopic(), DEAD, PATIENCE);
    List<Integer> ids = new ArrayList<>();
    Map<String, Integer> lastOfDialogue = new HashMap<>();
    for (ConsumerRecord<byte[], byte[]> output : outputs) {
      JsonNode json = Json.MAPPER.readTree(output.value());
      int id = json.get("id").intValue();
      assertThat(json.get("intent").get("label").textValue()).isNotEmpty();
      Integer before = lastOfDialogue.put(new String(output.key(), UTF_8), id);
      assertThat(before == null ? -1 : before).as("order of " + id).isLessThan(id);
      ids.add(id);
    }
    assertThat(ids)
        .containsExactlyInAnyOrderElementsOf(
            IntStream.range(0, EVENTS).filter(id -> !isPoison(id)).boxed().toList());
    assertThat(letters.stream().map(letter -> new String(letter.value(), UTF_8)).toList())
        .containsExactlyInAnyOrderElementsOf(
            IntStream.range(0, EVENTS)
                .filter(RestartIT::isPoison)
                .mapToObj(id -> new String(event(id), UTF_8))
                .toList());
  }

  @Test
  void aTaggerThatIsStoppedAndStartedLosesAndDoublesNothing() throws Exception {
    Cluster cluster = new Cluster(broker);
    cluster.createTopics();
    CompletableFuture<Void> sending = stream(cluster);
    for (int round = 1; round <= 3; round++) {
      // One thread: where a second one joins, what the first has in hand goes over to it.
      Map<String, String> settings = new HashMap<>(cluster.settings());
      settings.put("num.stream.threads", "1");
      Tagger tagger = Tagger.start(GaramConfig.of(settings));
      try (tagger) {
        tagger.awaitRunning(PATIENCE);
        while (tagger.statistics().counts().tagged() < 300) {
          TimeUnit.MILLISECONDS.sleep(1);
        }
      }
      Counts counts = tagger.statistics().counts();
      assertThat(counts.tagged() + counts.deadLetters())
          .as("what was polled is finished")
          .isGreaterThanOrEqualTo(counts.batchedRecords());
      int outputs = cluster.read(cluster.outputTopic(), 0, PATIENCE).size();
      int letters = cluster.read(cluster.deadLetterTopic(), 0, PATIENCE).size();
      assertThat(cluster.committed())
          .as("what a stopped tagger has committed is what it has written")
          .isEqualTo(outputs + letters);
      assertThat(outputs).isGreaterThanOrEqualTo(300 * round);
    }
    try (Tagger tagger = Tagger.start(GaramConfig.of(cluster.settings()))) {
      sending.get();
      assertEachIsThereOnceAndInOrder(cluster);
      assertThat(tagger.statistics().counts().tagged()).isLessThan(EVENTS);
    }
  }

  @Test
  void aTaggerThatIsKilledLosesAndDoublesNothing() throws Exception {
    Cluster cluster = new Cluster(broker);
    cluster.createTopics();
    try (GaramProcess first = GaramProcess.run(cluster.settings())) {
      assertThat(first.awaitLine("Ctrl-C", PATIENCE)).contains("Tagging " + cluster.inputTopic());
      CompletableFuture<Void> sending = stream(cluster);
      assertThat(cluster.awaitCommitted(cluster.outputTopic(), 500, PATIENCE))
          .isGreaterThanOrEqualTo(500);
      first.kill();
      assertThat(sending).as("the kill came in the middle of the stream").isNotDone();
      try (GaramProcess second = GaramProcess.run(cluster.settings())) {
        assertThat(second.awaitLine("Ctrl-C", PATIENCE)).contains("Tagging");
        sending.get();
        assertEachIsThereOnceAndInOrder(cluster);
        assertThat(second.terminate()).as(second.errors()).isZero();
      }
    }
  }
}
