package io.garam.app.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.garam.app.GaramProcess;
import io.garam.app.broker.EmbeddedBroker;
import io.garam.nlu.io.Json;
import io.garam.streams.config.GaramConfig;
import io.garam.streams.statistics.TaggingMetrics;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The management port of a tagger that runs in a process of its own, asked from outside. */
class ManagementPortIT {

  /** What a model without dialogues does not have, one from a folder, and one without a shadow. */
  private static final Set<String> ELSEWHERE =
      Set.of(
          "garam_open_dialogues",
          "garam_model_switches_total",
          "garam_model_refused",
          "garam_canary_keys_percent",
          "garam_shadow_compared_events_total",
          "garam_shadow_agreed_events_total",
          "garam_shadow_skipped_events_total",
          "garam_shadow_failed_events_total",
          "garam_shadow_unwritten_events_total",
          "garam_shadow_waiting_events",
          "garam_shadow_model_info");

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final HttpClient client = HttpClient.newHttpClient();

  private static Map<String, String> settings(Cluster cluster) {
    Map<String, String> settings = cluster.settings();
    settings.put(GaramConfig.MANAGEMENT_LISTENER, "127.0.0.1:0");
    return settings;
  }

  private HttpResponse<String> get(URI port, String path) throws Exception {
    return client.send(
        HttpRequest.newBuilder(port.resolve(path)).build(), BodyHandlers.ofString(UTF_8));
  }

  /** Scrapes until something holds; returns the last page. */
  private String await(URI port, String path, Predicate<HttpResponse<String>> holds)
      throws Exception {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    HttpResponse<String> answer = get(port, path);
    while (!holds.test(answer) && System.nanoTime() < deadline) {
      TimeUnit.MILLISECONDS.sleep(200);
      answer = get(port, path);
    }
    assertThat(answer).as(answer.body()).matches(holds);
    return answer.body();
  }

  /** Returns the sum of a metric over its labels. */
  private static double value(String page, String metric) {
    return page.lines()
        .filter(line -> line.matches(Pattern.quote(metric) + "(\\{[^}]*})? .*"))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }

  @Test
  void aScrapeFromOutsideHasWhatTheTaggerDid() throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.startTemporary()) {
      Cluster cluster = new Cluster(broker);
      cluster.createTopics();
      // Of the year 1970, it would be beyond what a timer can add up.
      cluster.sendRecords(
          Collections.nCopies(
              20,
              new ProducerRecord<>(
                  cluster.inputTopic(), 0, 1_000L, null, "{\"text\":\"네\"}".getBytes(UTF_8))));
      try (GaramProcess process = GaramProcess.run(settings(cluster))) {
        URI port = ManagementAddress.of(process, PATIENCE);
        await(port, "/ready", answer -> answer.statusCode() == 200);
        cluster.send(
            Stream.of(
                    "{\"text\":\"안녕하세요\"}", "{\"text\":\"몇 시야?\"}", "{\"text\":\"   \"}", "no json")
                .map(event -> event.getBytes(UTF_8))
                .toList());
        cluster.read(cluster.outputTopic(), 22, PATIENCE);
        cluster.read(cluster.deadLetterTopic(), 2, PATIENCE);

        String page = get(port, "/metrics").body();

        assertThat(value(page, "garam_tagged_events_total")).isEqualTo(22);
        assertThat(value(page, "garam_event_latency_seconds_sum"))
            .isBetween(20 * 86_400.0, 21 * 86_400.0);
        assertThat(page)
            .contains(
                "garam_dead_letters_total{reason=\"blank-text\"} 1.0",
                "garam_dead_letters_total{reason=\"not-json\"} 1.0",
                "garam_tagged_events_total{intent=\"unknown\"} 0.0",
                "garam_model_info{digest=\"",
                "garam_confidence_percent_bucket{le=\"50.0\"} ",
                "garam_event_latency_seconds_bucket{le=\"0.1\"} ",
                "garam_ready 1.0",
                "jvm_memory_used_bytes{",
                "kafka_stream_");
        assertThat(value(page, "garam_confidence_percent_count")).isEqualTo(22);
        assertThat(value(page, "garam_event_latency_seconds_count")).isEqualTo(22);
        assertThat(value(page, "garam_batch_records_sum")).isEqualTo(24);
        assertThat(value(page, "garam_consumer_lag_records")).isZero();
        assertThat(value(page, "garam_model_created_seconds")).isGreaterThan(1.7e9);
        assertThat(documentedMetrics())
            .hasSize(TaggingMetrics.ALL.size() - ELSEWHERE.size())
            .allSatisfy(name -> assertThat(page).containsPattern("\n" + name + "(_count)?[ {]"));
        assertThat(Json.MAPPER.readTree(get(port, "/info").body()).at("/topics/input").asText())
            .isEqualTo(cluster.inputTopic());
        assertThat(process.terminate()).as(process.errors()).isZero();
      }
    }
  }

  /** Returns the names of docs/metrics.md, but for what this model does not have. */
  private static List<String> documentedMetrics() throws IOException {
    Matcher names =
        Pattern.compile("(?m)^\\| `(garam_[a-z_]+)`")
            .matcher(Files.readString(Path.of("../../docs/metrics.md")));
    return names
        .results()
        .map(found -> found.group(1))
        .filter(name -> !ELSEWHERE.contains(name) && !name.startsWith("garam_http_"))
        .toList();
  }

  @Test
  void withoutABrokerItIsLiveButNotReady(@TempDir Path data) throws Exception {
    EmbeddedBroker broker = EmbeddedBroker.start(data, EmbeddedBroker.ANY_PORT);
    int brokerPort = Integer.parseInt(broker.bootstrapServers().replaceFirst(".*:", ""));
    Cluster cluster = new Cluster(broker);
    cluster.createTopics();
    try (GaramProcess process = GaramProcess.run(settings(cluster))) {
      URI port = ManagementAddress.of(process, PATIENCE);
      broker.close();
      String ready = await(port, "/ready", answer -> answer.statusCode() == 503);
      assertThat(ready)
          .contains("\"live\":true", "\"brokersAnswer\":false", "\"brokersSilentSince\":\"20");
      assertThat(get(port, "/page/info").body()).contains("\"brokersSilentSince\":\"20");
      assertThat(get(port, "/health").statusCode()).isEqualTo(200);
      broker = EmbeddedBroker.start(data, brokerPort);
      await(port, "/ready", answer -> answer.statusCode() == 200);
    } finally {
      broker.close();
    }
  }
}
