package io.garam.web.management;

import static org.assertj.core.api.Assertions.assertThat;

import io.garam.nlu.GaramVersion;
import io.garam.nlu.Intent.ModelReference;
import io.garam.nlu.Thresholds;
import io.garam.streams.config.GaramConfig;
import io.garam.web.server.Answer;
import io.garam.web.server.ReceivedRequest;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the management port says of a tagger and of its numbers, without the port. */
class TaggerInfoTest {

  private static final GaramConfig CONFIG =
      GaramConfig.of(
          Map.of(
              "bootstrap.servers", "localhost:1",
              "application.id", "shop",
              "garam.model", "models/none",
              "garam.input.topic", "in",
              "garam.output.topic", "out",
              "garam.dead.letter.topic", "dead",
              "ssl.key.password", "hush"));

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

  private Answer scrape(String accept) {
    return new MetricsEndpoint(registry)
        .answer(new ReceivedRequest(name -> name.equals("Accept") ? accept : "", new byte[0]));
  }

  @Test
  void aTaggerSaysWhatItIsAndNothingElse() {
    TaggerInfo info =
        TaggerInfo.of(
            CONFIG,
            new ModelReference("m", "2", "0f"),
            Thresholds.parse("0.6,request=0.8"),
            Instant.parse("2026-11-25T12:00:00.5Z"));
    assertThat(Answer.json(200, info).text())
        .isEqualTo(
            "{\"version\":\""
                + GaramVersion.current()
                + "\",\"started\":\"2026-11-25T12:00:00.500Z\",\"applicationId\":\"shop\","
                + "\"topics\":{\"input\":\"in\",\"output\":\"out\",\"deadLetters\":\"dead\"},"
                + "\"model\":{\"name\":\"m\",\"version\":\"2\",\"digest\":\"0f\"},"
                + "\"threshold\":0.6,\"thresholdByLabel\":{\"request\":0.8}}\n");
  }

  @Test
  void untilItIsLoadedTheModelIsNull() {
    assertThat(
            Answer.json(200, TaggerInfo.of(CONFIG, null, Thresholds.OF_MODEL, Instant.EPOCH))
                .text())
        .contains("\"started\":\"1970-01-01T00:00:00Z\"")
        .endsWith(",\"model\":null,\"threshold\":null,\"thresholdByLabel\":{}}\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "*/*", "text/plain;version=0.0.4", "application/json"})
  void metricsAreInPrometheusFormatWhereNothingElseIsAskedFor(String accept) {
    registry.counter("some.events", "label", "a\"b\\c\n가").increment(3);
    Answer answer = scrape(accept);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.contentType()).isEqualTo("text/plain; version=0.0.4; charset=utf-8");
    assertThat(answer.text().lines())
        .contains(
            "# TYPE some_events_total counter", "some_events_total{label=\"a\\\"b\\\\c\\n가\"} 3.0")
        .doesNotContain("# EOF");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/openmetrics-text",
        "application/openmetrics-text;version=0.0.1,text/plain;q=0.5",
        "text/plain;q=0.5, application/openmetrics-text; version=1.0.0",
      })
  void metricsAreInOpenMetricsWhereThatIsAskedFor(String accept) {
    registry.counter("some.events").increment();
    Answer answer = scrape(accept);
    assertThat(answer.contentType())
        .isEqualTo("application/openmetrics-text; version=1.0.0; charset=utf-8");
    assertThat(answer.text()).contains("# TYPE some_events counter\n").endsWith("# EOF\n");
  }

  @Test
  void aRegistryWithoutMetersIsAnEmptyPage() {
    assertThat(scrape("").text()).isEmpty();
    assertThat(scrape("application/openmetrics-text").text()).isEqualTo("# EOF\n");
  }
}
