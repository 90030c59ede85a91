package io.garam.app.monitoring;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.garam.app.GaramProcess;
import io.garam.app.broker.EmbeddedBroker;
import io.garam.app.run.Cluster;
import io.garam.app.run.DialogueModels;
import io.garam.app.run.ManagementAddress;
import io.garam.nlu.io.Json;
import io.garam.streams.config.GaramConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The dashboard and the alerts that Garam ships, on a real Prometheus. */
class PrometheusIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @BeforeAll
  static void isPrometheusHere() {
    assumeTrue(Prometheus.isInstalled(), "no prometheus on the path");
  }

  /** Returns the queries of all panels, with what Grafana would put in for its variables. */
  private static List<String> queries() throws IOException {
    JsonNode dashboard =
        Json.MAPPER.readTree(Prometheus.SHIPPED.resolve("grafana/dashboards/garam.json").toFile());
    return dashboard.findValuesAsText("expr").stream()
        .map(query -> query.replace("$__rate_interval", "20s").replace("$job", ".*"))
        .toList();
  }

  private static Map<String, String> settings(Cluster cluster, Path folder) {
    Map<String, String> settings = cluster.settings();
    settings.put(GaramConfig.MODEL, DialogueModels.first().toString());
    settings.put(GaramConfig.MANAGEMENT_LISTENER, "127.0.0.1:0");
    settings.put("state.dir", folder.toString());
    return settings;
  }

  private static void converse(Cluster cluster) throws Exception {
    List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
    IntStream.range(0, 50)
        .mapToObj(i -> "{\"text\":\"내일 일정 알려줘\",\"utteranceId\":\"" + System.nanoTime() + "\"}")
        .forEach(event -> records.add(record(cluster, records.size() % 7, event)));
    records.add(record(cluster, 1, "no json"));
    cluster.sendRecords(records);
  }

  private static ProducerRecord<byte[], byte[]> record(
      Cluster cluster, int dialogue, String event) {
    return new ProducerRecord<>(
        cluster.inputTopic(), ("d-" + dialogue).getBytes(UTF_8), event.getBytes(UTF_8));
  }

  @Test
  void everyQueryOfTheDashboardHasDataWhileTheTaggerWorks(@TempDir Path folder) throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.startTemporary()) {
      Cluster cluster = new Cluster(broker);
      cluster.createTopics();
      try (GaramProcess tagger = GaramProcess.run(settings(cluster, folder.resolve("state")));
          Prometheus prometheus =
              Prometheus.start(folder, ManagementAddress.of(tagger, PATIENCE))) {
        List<String> without = new ArrayList<>(queries());
        assertThat(without).hasSizeGreaterThan(20);
        long deadline = System.nanoTime() + 2 * PATIENCE.toNanos();
        while (!without.isEmpty() && System.nanoTime() < deadline) {
          converse(cluster);
          TimeUnit.SECONDS.sleep(1);
          for (String query : List.copyOf(without)) {
            if (prometheus.query(query).stream().anyMatch(value -> !value.equals("NaN"))) {
              without.remove(query);
            }
          }
        }
        assertThat(without).as("queries without data: %s", tagger.errors()).isEmpty();
        assertThat(prometheus.query("up{job=\"garam\"}")).containsExactly("1");
        assertThat(prometheus.query("ALERTS{alertname=\"GaramDown\"}")).isEmpty();
      }
    }
  }

  @Test
  void theAlertsFireWhenTheyShouldAndNotBefore() throws Exception {
    Process check =
        new ProcessBuilder("promtool", "test", "rules", "alerts-test.yml")
            .directory(Prometheus.SHIPPED.toFile())
            .redirectErrorStream(true)
            .start();
    String said = new String(check.getInputStream().readAllBytes(), UTF_8);
    assertThat(check.waitFor()).as(said).isZero();
  }
}
