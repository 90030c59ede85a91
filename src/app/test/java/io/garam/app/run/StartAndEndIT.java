package io.garam.app.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.garam.app.GaramProcess;
import io.garam.app.broker.EmbeddedBroker;
import io.garam.streams.Tagger;
import io.garam.streams.config.GaramConfig;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

class StartAndEndIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);

  private static Map<String, String> settings(Cluster cluster) {
    Map<String, String> settings = cluster.settings();
    settings.put(GaramConfig.CLOSE_TIMEOUT_MS, Integer.toString((int) CLOSE_TIMEOUT.toMillis()));
    return settings;
  }

  private static List<byte[]> events(int count) {
    return Collections.nCopies(count, "{\"text\":\"안녕하세요\"}".getBytes(UTF_8));
  }

  /** What a process takes to be told, to say so and to be gone besides. */
  private static int endInTime(GaramProcess process) throws Exception {
    long start = System.nanoTime();
    int code = process.terminate();
    assertThat(Duration.ofNanos(System.nanoTime() - start))
        .isLessThan(CLOSE_TIMEOUT.plusSeconds(8));
    assertThat(process.errors().contains("did not stop within 5000 ms (garam.close.timeout.ms)"))
        .as("the exit code %d says whether it ended in order: %s", code, process.errors())
        .isEqualTo(code != 0);
    return code;
  }

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void aBrokerThatGoesAndComesIsSpokenOfAndOneThatIsGoneDoesNotDelayTheEnd(@TempDir Path data)
      throws Exception {
    EmbeddedBroker broker = EmbeddedBroker.start(data, EmbeddedBroker.ANY_PORT);
    int port = Integer.parseInt(broker.bootstrapServers().replaceFirst(".*:", ""));
    Cluster cluster = new Cluster(broker);
    cluster.createTopics();
    cluster.send(events(3));
    try (GaramProcess process = GaramProcess.run(settings(cluster))) {
      assertThat(process.awaitLine("Ctrl-C", PATIENCE))
          .contains("First start of the group", "3 events at most", "--from latest", "Ctrl-C");
      assertThat(cluster.read(cluster.outputTopic(), 3, PATIENCE)).hasSize(3);
      broker.close();
      assertThat(process.awaitLine("answers since", PATIENCE))
          .contains("No broker at 127.0.0.1:" + port + " answers since ");
      broker = EmbeddedBroker.start(data, port);
      assertThat(process.awaitLine("answer again", PATIENCE)).contains("tagging goes on.");
      cluster.send(events(1));
      assertThat(cluster.read(cluster.outputTopic(), 4, PATIENCE)).hasSize(4);
      broker.close();
      assertThat(endInTime(process)).isIn(0, 1);
    }
  }

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void aThreadThatIsStuckIsNamedWithItsOffsetsAndDoesNotDelayTheEnd() throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.startTemporary()) {
      Cluster cluster = new Cluster(broker);
      cluster.createTopics();
      cluster.send(events(1));
      Map<String, String> settings = settings(cluster);
      settings.put("main.consumer.interceptor.classes", StuckInterceptor.class.getName());
      try (GaramProcess process = GaramProcess.run(settings)) {
        assertThat(process.awaitLine("takes long", PATIENCE))
            .containsPattern(
                "A batch of 1 records, " + cluster.inputTopic() + "-[01]@0, takes long");
        assertThat(endInTime(process)).isEqualTo(1);
        assertThat(process.errors())
            .contains("these records were still in hand: " + cluster.inputTopic() + "-");
      }
    }
  }

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void aReplayWhoseThreadIsStuckEndsInTimeTooAndSaysHowToGoOn() throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.startTemporary()) {
      Cluster cluster = new Cluster(broker);
      cluster.createTopics();
      cluster.send(events(1));
      List<String> replay =
          List.of(
              "replay",
              "--bootstrap-server=" + broker.bootstrapServers(),
              "--topic=" + cluster.inputTopic(),
              "--model=../../models/korean-intention",
              "--config=" + GaramConfig.CLOSE_TIMEOUT_MS + "=" + CLOSE_TIMEOUT.toMillis(),
              "--config=main.consumer.interceptor.classes=" + StuckInterceptor.class.getName());
      try (GaramProcess process = GaramProcess.start(replay)) {
        assertThat(process.awaitLine("takes long", PATIENCE)).contains("takes long");
        assertThat(endInTime(process)).isEqualTo(130);
        assertThat(process.errors()).contains("Interrupted; nothing is lost.", "--resume");
      }
    }
  }

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void fromLatestLeavesOutOnlyWhatWasThereBeforeTheFirstStart() throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.startTemporary()) {
      Cluster cluster = new Cluster(broker);
      cluster.createTopics();
      cluster.send(events(100));
      Map<String, String> settings = settings(cluster);
      settings.put(GaramConfig.START_FROM, "latest");
      try (Tagger tagger = Tagger.start(GaramConfig.of(settings))) {
        tagger.awaitRunning(PATIENCE);
        assertThat(tagger.statistics().counts().tagged()).isZero();
      }
      cluster.send(events(7));
      try (Tagger tagger = Tagger.start(GaramConfig.of(settings))) {
        tagger.awaitRunning(PATIENCE);
        assertThat(cluster.read(cluster.outputTopic(), 7, PATIENCE)).hasSize(7);
        cluster.send(events(5));
        assertThat(cluster.read(cluster.outputTopic(), 12, PATIENCE)).hasSize(12);
        assertThat(tagger.statistics().counts().tagged()).isEqualTo(12);
      }
    }
  }
}
