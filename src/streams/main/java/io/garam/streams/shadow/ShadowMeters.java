package io.garam.streams.shadow;

import io.garam.nlu.Intent;
import io.garam.nlu.Intent.ModelReference;
import io.garam.streams.statistics.MetricDefinition;
import io.garam.streams.statistics.TaggingMetrics;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Collection;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** Meters of a shadow, which read what it counts when the registry is read. */
record ShadowMeters(Shadow shadow, MeterRegistry registry) {

  /**
   * Adds those that are there whatever the model that answers.
   *
   * @param model the shadow's
   */
  void bind(ModelReference model) {
    count(TaggingMetrics.SHADOW_SKIPPED, one -> one.agreement().skipped());
    count(TaggingMetrics.SHADOW_FAILED, one -> one.agreement().failed());
    gauge(TaggingMetrics.SHADOW_WAITING, Shadow::waiting);
    gauge(
        TaggingMetrics.SHADOW_MODEL_INFO, one -> 1, model.name(), model.version(), model.digest());
  }

  /**
   * Adds those of a model that answers, unless they are there.
   *
   * @param labels which with {@link Intent#UNKNOWN} are all intents that it answers
   */
  void bind(Collection<String> labels) {
    Stream.concat(labels.stream(), Stream.of(Intent.UNKNOWN))
        .distinct()
        .forEach(
            label -> {
              count(
                  TaggingMetrics.SHADOW_COMPARED,
                  one -> one.agreement().of(label).compared(),
                  label);
              count(TaggingMetrics.SHADOW_AGREED, one -> one.agreement().of(label).agreed(), label);
            });
  }

  private void count(MetricDefinition metric, ToDoubleFunction<Shadow> count, String... tagValues) {
    FunctionCounter.builder(metric.metricName(), shadow, count)
        .description(metric.meaning())
        .tags(metric.tags(tagValues))
        .register(registry);
  }

  private void gauge(MetricDefinition metric, ToDoubleFunction<Shadow> value, String... tagValues) {
    Gauge.builder(metric.metricName(), shadow, value)
        .description(metric.meaning())
        .tags(metric.tags(tagValues))
        .register(registry);
  }
}
