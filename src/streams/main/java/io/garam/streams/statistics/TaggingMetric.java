package io.garam.streams.statistics;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Metric of a tagger: its name, its tags and what it means. Names are Micrometer's, with dots;
 * Prometheus sees them with underscores, the unit, and {@code _total} after a counter.
 */
public enum TaggingMetric implements MetricDefinition {
  TAGGED_EVENTS(
      "garam.tagged.events",
      Kind.COUNTER,
      null,
      "Events that were written with an intent, by that intent: a label of the model, or unknown"
          + " where none was likely enough. No other value occurs.",
      "intent"),
  PASSED_ON_EVENTS(
      "garam.passed.on.events",
      Kind.COUNTER,
      null,
      "Events that were passed on without an intent: without a value, or the end of a dialogue"
          + " without a text."),
  DEAD_LETTERS(
      "garam.dead.letters",
      Kind.COUNTER,
      null,
      "Events that could not be tagged and went to the dead-letter topic, by reason code.",
      "reason"),
  SKIPPED_EVENTS(
      "garam.skipped.events",
      Kind.COUNTER,
      null,
      "Events of which neither an output nor a dead letter could be written."),
  CONFIDENCE(
      "garam.confidence",
      Kind.HISTOGRAM,
      "percent",
      "Calibrated confidence of the most probable label of each tagged event, 0 to 100, in whole"
          + " numbers, rounded up."),
  LATENCY(
      "garam.event.latency",
      Kind.HISTOGRAM,
      "seconds",
      "From an event's timestamp until it was tagged, a day at most. It includes the time that it waited in the"
          + " topic, and is as right as the clock of whoever set the timestamp."),
  BATCH_RECORDS(
      "garam.batch.records",
      Kind.HISTOGRAM,
      null,
      "Records that one poll returned and the model took together."),
  BATCH_TIME(
      "garam.batch.duration",
      Kind.HISTOGRAM,
      "seconds",
      "How long one batch took from its bytes to the model's answers: parsing, tokenizing and the"
          + " network."),
  ALONE_EVENTS(
      "garam.alone.events",
      Kind.COUNTER,
      null,
      "Events that came to the topology without a batch and were tagged alone."),
  SPECULATIVE_STEPS(
      "garam.speculative.steps",
      Kind.COUNTER,
      null,
      "Steps of dialogues that were taken together with others, ahead of their turn."),
  SINGLE_STEPS(
      "garam.single.steps",
      Kind.COUNTER,
      null,
      "Steps of dialogues that were taken by themselves."),
  OPEN_DIALOGUES(
      "garam.open.dialogues",
      Kind.GAUGE,
      null,
      "Dialogues that this instance remembers; an estimate where RocksDB keeps them. Only of a model"
          + " that follows dialogues."),
  LAG_RECORDS(
      "garam.consumer.lag.records",
      Kind.GAUGE,
      null,
      "Records of the input topic, and of the repartition topic where events go over one, behind"
          + " what this instance has fetched, over its partitions, as of the last answer of the"
          + " brokers."),
  LAG_TIME(
      "garam.consumer.lag",
      Kind.GAUGE,
      "seconds",
      "Age of the newest record that was fetched from the partition that is furthest behind; 0"
          + " where nothing waits."),
  READY(
      "garam.ready",
      Kind.GAUGE,
      null,
      "1 while partitions are assigned and brokers answer, otherwise 0: what /ready says."),
  MODEL_INFO(
      "garam.model.info",
      Kind.GAUGE,
      null,
      "Always 1; its labels say which model decides.",
      "name",
      "version",
      "digest"),
  MODEL_CREATED(
      "garam.model.created",
      Kind.GAUGE,
      "seconds",
      "When the model was made, in seconds since 1970; its age is time() less this. Missing where"
          + " the bundle names no instant.");

  /** What is done with the numbers. */
  public enum Kind {
    /** Grows until the process ends. */
    COUNTER,
    /** Goes up and down. */
    GAUGE,
    /** Counts by size, with fixed bounds. */
    HISTOGRAM
  }

  private final String metricName;
  private final Kind kind;
  private final @Nullable String unit;
  private final String meaning;

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<String> tagNames;

  TaggingMetric(
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
