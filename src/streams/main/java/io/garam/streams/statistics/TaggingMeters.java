package io.garam.streams.statistics;

import io.garam.nlu.Intent;
import io.garam.nlu.Intent.ModelReference;
import io.garam.nlu.bundle.ModelSpec;
import io.garam.streams.event.ReasonCode;
import io.garam.streams.output.TaggingStatistics;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * Meters of what the tagger counts and of its model: reads {@link TaggingStatistics} when the
 * registry is read, so that counting costs the tagger nothing more.
 *
 * @param model whose labels, with {@link Intent#UNKNOWN}, are all intents that occur while it is
 *     the current one
 * @param current the model that is it when the registry is read
 */
public record TaggingMeters(
    TaggingStatistics statistics, ModelSpec model, Supplier<ModelSpec> current)
    implements MeterBinder {

  /** Adds the meters of a model's labels alone: it answers beside the current one. */
  public void bindLabels(MeterRegistry registry) {
    Stream.concat(model.decision().labels().stream(), Stream.of(Intent.UNKNOWN))
        .distinct()
        .forEach(
            intent ->
                count(registry, TaggingMetrics.TAGGED_EVENTS, all -> all.tagged(intent), intent));
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    bindLabels(registry);
    Stream.of(ReasonCode.values())
        .map(ReasonCode::code)
        .forEach(
            code ->
                count(registry, TaggingMetrics.DEAD_LETTERS, all -> all.deadLetters(code), code));
    ModelReference reference = model.reference();
    // Of a model that gives way. What ends with info has no value but 1 in Prometheus.
    List.copyOf(registry.find(TaggingMetrics.MODEL_INFO.metricName()).meters())
        .forEach(registry::remove);
    gauge(
        registry,
        TaggingMetrics.MODEL_INFO,
        () -> 1,
        reference.name(),
        reference.version(),
        reference.digest());
    gauge(registry, TaggingMetrics.MODEL_CREATED, this::created);
    count(registry, TaggingMetrics.PASSED_ON_EVENTS, all -> all.counts().passedOn());
    count(registry, TaggingMetrics.SKIPPED_EVENTS, all -> all.counts().skipped());
    count(registry, TaggingMetrics.ALONE_EVENTS, all -> all.counts().taggedAlone());
    count(registry, TaggingMetrics.SPECULATIVE_STEPS, all -> all.counts().speculativeSteps());
    count(registry, TaggingMetrics.SINGLE_STEPS, all -> all.counts().steppedAlone());
  }

  /** Nothing that decides a label depends on it, so a bundle is taken whatever stands there. */
  private double created() {
    try {
      Instant at = Instant.parse(current.get().provenance().created());
      return at.getEpochSecond() + at.getNano() / 1e9;
    } catch (DateTimeParseException e) {
      return Double.NaN;
    }
  }

  private void count(
      MeterRegistry registry,
      MetricDefinition metric,
      ToDoubleFunction<TaggingStatistics> count,
      String... tagValues) {
    if (isBound(registry, metric, tagValues)) {
      return;
    }
    FunctionCounter.builder(metric.metricName(), statistics, count)
        .description(metric.meaning())
        .tags(metric.tags(tagValues))
        .register(registry);
  }

  private static void gauge(
      MeterRegistry registry,
      MetricDefinition metric,
      Supplier<Number> value,
      String... tagValues) {
    if (isBound(registry, metric, tagValues)) {
      return;
    }
    Gauge.builder(metric.metricName(), value)
        .description(metric.meaning())
        .baseUnit(metric.unit())
        .tags(metric.tags(tagValues))
        .register(registry);
  }

  /** The models before have most in common with this one. */
  private static boolean isBound(
      MeterRegistry registry, MetricDefinition metric, String... tagValues) {
    return registry.find(metric.metricName()).tags(metric.tags(tagValues)).meter() != null;
  }
}
