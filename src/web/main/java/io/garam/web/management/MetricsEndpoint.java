package io.garam.web.management;

import io.garam.web.server.Answer;
import io.garam.web.server.Endpoint;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.eclipse.jetty.http.HttpStatus;

/** The metrics in Prometheus' text format, or in OpenMetrics' where the client takes it. */
record MetricsEndpoint(PrometheusMeterRegistry registry) implements Endpoint {

  private static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";
  private static final String OPEN_METRICS =
      "application/openmetrics-text; version=1.0.0; charset=utf-8";

  @Override
  public Answer get(String accept) {
    String type = accept.contains("application/openmetrics-text") ? OPEN_METRICS : PROMETHEUS;
    return new Answer(HttpStatus.OK_200, type, registry.scrape(type));
  }
}
