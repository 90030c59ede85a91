package io.garam.app.replay;

import com.fasterxml.jackson.core.JsonPointer;
import io.garam.evaluation.comparison.Comparison;
import io.garam.evaluation.metrics.Evaluation;
import io.garam.evaluation.report.ComparedModels;
import io.garam.evaluation.report.Latencies;
import io.garam.evaluation.report.ReportContent;
import io.garam.nlu.Intent.ModelReference;
import io.garam.nlu.bundle.ModelSpec;
import io.garam.streams.event.EventField;
import io.garam.streams.output.TaggingStatistics.Waits;
import io.garam.streams.replay.Replay;
import io.garam.streams.replay.ReplayPlan;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Evaluates a replay from what its passes have left on the brokers. */
final class ReplayEvaluator {

  private static final String LIVE = "live tagging";

  private final Replay replay;
  private final ReplayOptions options;
  private final List<ModelSpec> models;
  private final Map<EventField, JsonPointer> pointers;
  private final Runnable perRecord;
  private final Consumer<String> notices;

  /**
   * @param models of the passes
   * @param perRecord is called for each record that is read
   * @param notices hears what a user should know, a sentence each
   */
  ReplayEvaluator(
      Replay replay,
      ReplayOptions options,
      List<ModelSpec> models,
      Runnable perRecord,
      Consumer<String> notices) {
    this.replay = replay;
    this.options = options;
    this.models = models;
    this.pointers = replay.pointers();
    this.perRecord = perRecord;
    this.notices = notices;
  }

  /**
   * Returns what came of it.
   *
   * @param waits how long utterances waited for the first model in this process
   */
  ReplayOutcome read(Waits waits) {
    LabelSources sources = new LabelSources(replay, options, perRecord, notices);
    GoldLabels gold = sources.gold();
    Scoring scoring = new Scoring(models.get(0), pointers, gold);
    @Nullable Scoring other = null;
    Comparison.@Nullable Builder changes = null;
    if (models.size() > 1) {
      LabelIndex labels = new LabelIndex();
      other = new Scoring(models.get(1), pointers, gold);
      read(1, other, answer -> labels.put(answer.place(), answer.intent().label()));
      changes = scoring.compare(answer -> labels.get(answer.place()));
    }
    Comparison.@Nullable Builder agreement = null;
    if (options.liveTopic() != null) {
      LabelTopic live = sources.live(options.liveTopic());
      agreement = scoring.compare(answer -> live.of(answer.name()));
    }
    read(0, scoring, answer -> {});
    String unusable = scoring.unusable().told("Values at " + options.gold() + " of an event");
    if (unusable != null) {
      notices.accept(unusable);
    }
    ReportContent.Builder content = content(scoring, waits);
    if (other != null && changes != null) {
      content.comparison(compared(name(1), changes.build(), other.evaluation().orElse(null)));
    }
    if (agreement != null) {
      Comparison comparison = agreement.build();
      if (comparison.count() < scoring.answers()) {
        notices.accept(
            "Utterances that were not found in "
                + options.liveTopic()
                + " by dialogue and id, and so are not compared with it: "
                + (scoring.answers() - comparison.count())
                + " of "
                + scoring.answers()
                + ".");
      }
      content.live(compared(LIVE, comparison, null));
    }
    return new ReplayOutcome(
        replay.plan(), new ReplayCounter(replay, perRecord).with(scoring), content.build());
  }

  private void read(int pass, Scoring scoring, Consumer<Answer> listener) {
    replay.answers(
        pass,
        record -> {
          perRecord.run();
          scoring.add(record, listener);
        });
  }

  private ReportContent.Builder content(Scoring scoring, Waits waits) {
    ReportContent.Builder content =
        new ReportContent.Builder(models.get(0).decision().threshold())
            .timeline(scoring.timeline());
    scoring
        .evaluation()
        .ifPresentOrElse(content::evaluation, () -> content.labelDistribution(scoring.labels()));
    return waits.count() == 0 ? content : content.latencies(latencies(waits));
  }

  private static Latencies latencies(Waits waits) {
    return new Latencies(
        "How long an utterance waited for the model to read it, together with all others of its"
            + " poll, in the process that wrote this report.",
        waits.count(),
        waits.p50(),
        waits.p95(),
        waits.p99(),
        waits.greatest());
  }

  private ComparedModels compared(
      String first, Comparison comparison, @Nullable Evaluation evaluation) {
    return new ComparedModels(first, name(0), comparison, evaluation);
  }

  private String name(int pass) {
    ReplayPlan plan = replay.plan();
    ModelReference model = plan.models().get(pass);
    boolean alone =
        plan.models().stream().filter(other -> other.name().equals(model.name())).count() == 1;
    return alone ? model.name() : model.name() + " " + model.digest().substring(0, 6);
  }
}
