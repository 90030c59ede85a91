package io.garam.streams.statistics;

import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Definition of a metric, from which it is registered and docs/metrics.md written.
 *
 * @param metricName under which a registry knows it: Micrometer's, with dots. Prometheus sees it
 *     with underscores, the unit, and {@code _total} after a counter
 * @param kind what is done with its numbers
 * @param unit the base unit, null where it counts things
 * @param meaning what it means, in whole sentences
 * @param tagNames the names of its tags
 */
public record MetricDefinition(
    String metricName, Kind kind, @Nullable String unit, String meaning, List<String> tagNames) {

  /** What is done with the numbers. */
  public enum Kind {
    /** Grows until the process ends. */
    COUNTER,
    /** Goes up and down. */
    GAUGE,
    /** Counts by size, with fixed bounds. */
    HISTOGRAM
  }

  /**
   * Returns its tags.
   *
   * @param values one for each of {@link #tagNames}, in their order
   */
  public Tags tags(String... values) {
    return Tags.of(
        IntStream.range(0, tagNames.size())
            .mapToObj(i -> Tag.of(tagNames.get(i), values[i]))
            .toList());
  }
}
