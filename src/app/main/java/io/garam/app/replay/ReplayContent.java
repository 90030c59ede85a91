package io.garam.app.replay;

import io.garam.evaluation.comparison.Comparison;
import io.garam.evaluation.metrics.Evaluation;
import io.garam.evaluation.report.ComparedModels;
import io.garam.evaluation.report.Latencies;
import io.garam.evaluation.report.ReportContent;
import io.garam.nlu.Intent.ModelReference;
import io.garam.nlu.Thresholds;
import io.garam.nlu.bundle.ModelSpec;
import io.garam.streams.output.TaggingStatistics.Waits;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Report content of a replay, made of what was scored and compared. */
final class ReplayContent {

  private static final String LIVE = "live tagging";

  private final List<ModelReference> models;
  private final ReportContent.Builder content;

  /**
   * @param models of the passes
   * @param thresholds that hold instead of the first model's own
   */
  ReplayContent(List<ModelSpec> models, Thresholds thresholds) {
    this.models = models.stream().map(ModelSpec::reference).toList();
    this.content = new ReportContent.Builder(models.get(0).decision().inEffect(thresholds));
  }

  /** Adds what the first model's answers come to. */
  void scoring(Scoring scoring) {
    content.timeline(scoring.timeline());
    scoring
        .gold()
        .evaluation()
        .ifPresentOrElse(content::evaluation, () -> content.labelDistribution(scoring.labels()));
  }

  /** Adds how long utterances waited for the first model, where that was measured. */
  void waits(Waits waits) {
    if (waits.count() > 0) {
      content.latencies(
          new Latencies(
              "How long an utterance waited for the model to read it, together with all others of"
                  + " its poll, in the process that wrote this report.",
              waits.count(),
              waits.p50(),
              waits.p95(),
              waits.p99(),
              waits.greatest()));
    }
  }

  /**
   * Adds what changes beside the second model.
   *
   * @param evaluation of the second model, null where no utterance has a label
   */
  void changes(Comparison changes, @Nullable Evaluation evaluation) {
    content.comparison(new ComparedModels(name(1), name(0), changes, evaluation));
  }

  /** Adds how far the first model agrees with what was tagged live. */
  void agreement(Comparison agreement) {
    content.live(new ComparedModels(LIVE, name(0), agreement, null));
  }

  ReportContent build() {
    return content.build();
  }

  /** Returns a model's name, with the digest's beginning where another has the same. */
  private String name(int pass) {
    ModelReference model = models.get(pass);
    boolean alone = models.stream().filter(other -> other.name().equals(model.name())).count() == 1;
    return alone ? model.name() : model.name() + " " + model.digest().substring(0, 6);
  }
}
