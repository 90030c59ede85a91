package io.garam.web.server;

import io.garam.streams.statistics.MetricDefinition;
import io.garam.streams.statistics.TaggingMetric.Kind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Metric of an HTTP server. */
public enum HttpMetric implements MetricDefinition {
  REQUESTS(
      "garam.http.requests",
      Kind.HISTOGRAM,
      "seconds",
      "How long requests took, from their first byte to the last of the answer, by path (`other` for"
          + " any that there is none of) and status.",
      "path",
      "status"),
  REFUSALS(
      "garam.http.refusals",
      Kind.COUNTER,
      null,
      "Requests that were not answered as they asked, by the code of the problem"
          + " (docs/http.md).",
      "code");

  private final String metricName;
  private final Kind kind;
  private final @Nullable String unit;
  private final String meaning;

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<String> tagNames;

  HttpMetric(
      String metricName, Kind kind, @Nullable String unit, String meaning, String... tagNames) {
    this.metricName = metricName;
    this.kind = kind;
    this.unit = unit;
    this.meaning = meaning;
    this.tagNames = List.of(tagNames);
  }

  @Override
  public String metricName() {
    return metricName;
  }

  @Override
  public Kind kind() {
    return kind;
  }

  @Override
  public @Nullable String unit() {
    return unit;
  }

  @Override
  public String meaning() {
    return meaning;
  }

  @Override
  public List<String> tagNames() {
    return tagNames;
  }
}
