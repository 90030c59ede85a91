package io.garam.streams.statistics;

import io.garam.streams.statistics.MetricDefinition.Kind;
import java.util.List;

/** Metrics of a tagger: their names, their tags and what they mean. */
public final class TaggingMetrics {

  public static final MetricDefinition TAGGED_EVENTS =
      new MetricDefinition(
          "garam.tagged.events",
          Kind.COUNTER,
          null,
          "Events that were written with an intent, by that intent: a label of the model, or unknown"
              + " where none was likely enough. No other value occurs.",
          List.of("intent"));

  public static final MetricDefinition PASSED_ON_EVENTS =
      new MetricDefinition(
          "garam.passed.on.events",
          Kind.COUNTER,
          null,
          "Events that were passed on without an intent: without a value, or the end of a dialogue"
              + " without a text.",
          List.of());

  public static final MetricDefinition DEAD_LETTERS =
      new MetricDefinition(
          "garam.dead.letters",
          Kind.COUNTER,
          null,
          "Events that could not be tagged and went to the dead-letter topic, by reason code.",
          List.of("reason"));

  public static final MetricDefinition SKIPPED_EVENTS =
      new MetricDefinition(
          "garam.skipped.events",
          Kind.COUNTER,
          null,
          "Events of which neither an output nor a dead letter could be written.",
          List.of());

  public static final MetricDefinition CONFIDENCE =
      new MetricDefinition(
          "garam.confidence",
          Kind.HISTOGRAM,
          "percent",
          "Calibrated confidence of the most probable label of each tagged event, 0 to 100, in whole"
              + " numbers, rounded up.",
          List.of());

  public static final MetricDefinition LATENCY =
      new MetricDefinition(
          "garam.event.latency",
          Kind.HISTOGRAM,
          "seconds",
          "From an event's timestamp until it was tagged, a day at most. It includes the time that it waited in the"
              + " topic, and is as right as the clock of whoever set the timestamp.",
          List.of());

  public static final MetricDefinition BATCH_RECORDS =
      new MetricDefinition(
          "garam.batch.records",
          Kind.HISTOGRAM,
          null,
          "Records that one poll returned and the model took together.",
          List.of());

  public static final MetricDefinition BATCH_TIME =
      new MetricDefinition(
          "garam.batch.duration",
          Kind.HISTOGRAM,
          "seconds",
          "How long one batch took from its bytes to the model's answers: parsing, tokenizing and the"
              + " network.",
          List.of());

  public static final MetricDefinition ALONE_EVENTS =
      new MetricDefinition(
          "garam.alone.events",
          Kind.COUNTER,
          null,
          "Events that came to the topology without a batch and were tagged alone.",
          List.of());

  public static final MetricDefinition SPECULATIVE_STEPS =
      new MetricDefinition(
          "garam.speculative.steps",
          Kind.COUNTER,
          null,
          "Steps of dialogues that were taken together with others, ahead of their turn.",
          List.of());

  public static final MetricDefinition SINGLE_STEPS =
      new MetricDefinition(
          "garam.single.steps",
          Kind.COUNTER,
          null,
          "Steps of dialogues that were taken by themselves.",
          List.of());

  public static final MetricDefinition OPEN_DIALOGUES =
      new MetricDefinition(
          "garam.open.dialogues",
          Kind.GAUGE,
          null,
          "Dialogues that this instance remembers; an estimate where RocksDB keeps them. Only of a model"
              + " that follows dialogues.",
          List.of());

  public static final MetricDefinition LAG_RECORDS =
      new MetricDefinition(
          "garam.consumer.lag.records",
          Kind.GAUGE,
          null,
          "Records of the input topic, and of the repartition topic where events go over one, behind"
              + " what this instance has fetched, over its partitions, as of the last answer of the"
              + " brokers.",
          List.of());

  public static final MetricDefinition LAG_TIME =
      new MetricDefinition(
          "garam.consumer.lag",
          Kind.GAUGE,
          "seconds",
          "Age of the newest record that was fetched from the partition that is furthest behind; 0"
              + " where nothing waits.",
          List.of());

  public static final MetricDefinition READY =
      new MetricDefinition(
          "garam.ready",
          Kind.GAUGE,
          null,
          "1 while partitions are assigned and brokers answer, otherwise 0: what /ready says.",
          List.of());

  public static final MetricDefinition MODEL_INFO =
      new MetricDefinition(
          "garam.model.info",
          Kind.GAUGE,
          null,
          "Always 1; its labels say which model decides.",
          List.of("name", "version", "digest"));

  public static final MetricDefinition MODEL_CREATED =
      new MetricDefinition(
          "garam.model.created",
          Kind.GAUGE,
          "seconds",
          "When the model was made, in seconds since 1970; its age is time() less this. NaN where"
              + " the bundle names no instant.",
          List.of());

  public static final MetricDefinition MODEL_SWITCHES =
      new MetricDefinition(
          "garam.model.switches",
          Kind.COUNTER,
          null,
          "How often another model became the one that decides, where the registry names it.",
          List.of());

  public static final MetricDefinition MODEL_REFUSED =
      new MetricDefinition(
          "garam.model.refused",
          Kind.GAUGE,
          null,
          "1 while the registry names a model that this tagger refuses, 0 otherwise; `garam models"
              + " status` says why. Only where the registry names the model.",
          List.of());

  public static final MetricDefinition SHADOW_COMPARED =
      new MetricDefinition(
          "garam.shadow.compared.events",
          Kind.COUNTER,
          null,
          "Events that the shadow has answered as well, by the intent that was written. This and all"
              + " of the shadow are only there with `garam.shadow.model`.",
          List.of("intent"));

  public static final MetricDefinition SHADOW_AGREED =
      new MetricDefinition(
          "garam.shadow.agreed.events",
          Kind.COUNTER,
          null,
          "Those of them where the shadow's intent is the same, by that intent.",
          List.of("intent"));

  public static final MetricDefinition SHADOW_SKIPPED =
      new MetricDefinition(
          "garam.shadow.skipped.events",
          Kind.COUNTER,
          null,
          "Events that the shadow did not read: it had fallen behind, or had not seen their dialogue"
              + " from its first utterance on.",
          List.of());

  public static final MetricDefinition SHADOW_FAILED =
      new MetricDefinition(
          "garam.shadow.failed.events",
          Kind.COUNTER,
          null,
          "Events on which the shadow failed.",
          List.of());

  public static final MetricDefinition SHADOW_UNWRITTEN =
      new MetricDefinition(
          "garam.shadow.unwritten.events",
          Kind.COUNTER,
          null,
          "Answers of the shadow that could not be written to `garam.shadow.topic`.",
          List.of());

  public static final MetricDefinition SHADOW_WAITING =
      new MetricDefinition(
          "garam.shadow.waiting.events",
          Kind.GAUGE,
          null,
          "Events that wait for the shadow, 10,000 at most.",
          List.of());

  public static final MetricDefinition SHADOW_MODEL_INFO =
      new MetricDefinition(
          "garam.shadow.model.info",
          Kind.GAUGE,
          null,
          "Always 1; its labels say which model the shadow is.",
          List.of("name", "version", "digest"));

  public static final MetricDefinition CANARY_KEYS =
      new MetricDefinition(
          "garam.canary.keys",
          Kind.GAUGE,
          "percent",
          "Share of the keys that a canary answers in this tagger, 0 where none runs; `garam models"
              + " status` says how it does. Only where the registry names the model.",
          List.of());

  /** All of them, in the order of docs/metrics.md. */
  public static final List<MetricDefinition> ALL =
      List.of(
          TAGGED_EVENTS,
          PASSED_ON_EVENTS,
          DEAD_LETTERS,
          SKIPPED_EVENTS,
          CONFIDENCE,
          LATENCY,
          BATCH_RECORDS,
          BATCH_TIME,
          ALONE_EVENTS,
          SPECULATIVE_STEPS,
          SINGLE_STEPS,
          OPEN_DIALOGUES,
          LAG_RECORDS,
          LAG_TIME,
          READY,
          MODEL_INFO,
          MODEL_CREATED,
          MODEL_SWITCHES,
          MODEL_REFUSED,
          CANARY_KEYS,
          SHADOW_COMPARED,
          SHADOW_AGREED,
          SHADOW_SKIPPED,
          SHADOW_FAILED,
          SHADOW_UNWRITTEN,
          SHADOW_WAITING,
          SHADOW_MODEL_INFO);

  private TaggingMetrics() {}
}
