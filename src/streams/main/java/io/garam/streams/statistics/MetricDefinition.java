package io.garam.streams.statistics;

import io.garam.streams.statistics.TaggingMetric.Kind;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Definition of a metric, from which it is registered and docs/metrics.md written. */
public interface MetricDefinition {

  /** Returns the name under which a registry knows it, with dots. */
  String metricName();

  /** Returns what is done with its numbers. */
  Kind kind();

  /** Returns the base unit, null where it counts things. */
  @Nullable String unit();

  /** Returns what it means, in whole sentences. */
  String meaning();

  /** Returns the names of its tags. */
  List<String> tagNames();

  /**
   * Returns its tags.
   *
   * @param values one for each of {@link #tagNames}, in their order
   */
  default Tags tags(String... values) {
    List<String> names = tagNames();
    return Tags.of(
        IntStream.range(0, names.size()).mapToObj(i -> Tag.of(names.get(i), values[i])).toList());
  }
}
