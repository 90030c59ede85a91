package io.garam.web.server;

import io.garam.streams.statistics.MetricDefinition;
import io.garam.streams.statistics.MetricDefinition.Kind;
import java.util.List;

/** Metrics of an HTTP server. */
public final class HttpMetrics {

  static final MetricDefinition REQUESTS =
      new MetricDefinition(
          "garam.http.requests",
          Kind.HISTOGRAM,
          "seconds",
          "How long requests took, from their first byte to the last of the answer, by path (`other`"
              + " for any that there is none of) and status.",
          List.of("path", "status"));

  static final MetricDefinition REFUSALS =
      new MetricDefinition(
          "garam.http.refusals",
          Kind.COUNTER,
          null,
          "Requests that were not answered as they asked, by the code of the problem"
              + " (docs/http.md).",
          List.of("code"));

  /** All of them, in the order of docs/metrics.md. */
  public static final List<MetricDefinition> ALL = List.of(REQUESTS, REFUSALS);

  private HttpMetrics() {}
}
