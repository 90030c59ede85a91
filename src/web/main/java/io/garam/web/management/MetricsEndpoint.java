package io.garam.web.management;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.garam.web.server.Answer;
import io.garam.web.server.ReceivedRequest;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.eclipse.jetty.http.HttpStatus;

/** The metrics in Prometheus' text format, or in OpenMetrics' where the client takes it. */
record MetricsEndpoint(PrometheusMeterRegistry registry) {

  private static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";
  private static final String OPEN_METRICS =
      "application/openmetrics-text; version=1.0.0; charset=utf-8";

  Answer answer(ReceivedRequest request) {
    boolean open = request.headers().get("Accept").contains("application/openmetrics-text");
    String type = open ? OPEN_METRICS : PROMETHEUS;
    return Answer.of(HttpStatus.OK_200, type, registry.scrape(type).getBytes(UTF_8));
  }
}
