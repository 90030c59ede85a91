package io.garam.evaluation.report;

import io.garam.evaluation.LabelDistribution;
import io.garam.evaluation.Prediction;
import io.garam.evaluation.Timeline;
import io.garam.evaluation.metrics.Evaluation;
import io.garam.nlu.Thresholds;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Report content, that of a report on a model: what its page, its text and its JSON show. What is
 * null was not measured and is not shown.
 *
 * @param evaluation how good the model is on the utterances that people labelled; null where they
 *     labelled none
 * @param explanations of the surest mistakes, as far as they were explained
 * @param thresholds in effect, a general one among them, 0 where the model always answers
 * @param labelDistribution how often it gives which label
 * @param comparison with another model
 * @param live with what was tagged when the utterances were said
 * @param timeline which intents came when
 * @param latencies how long it took
 */
public record ReportContent(
    @Nullable Evaluation evaluation,
    Map<Prediction, AnswerExplanation> explanations,
    Thresholds thresholds,
    @Nullable LabelDistribution labelDistribution,
    @Nullable ComparedModels comparison,
    @Nullable ComparedModels live,
    @Nullable Timeline timeline,
    @Nullable Latencies latencies) {

  /** How many of the surest mistakes a report shows, and explains. */
  public static final int MOST_MISTAKES = 25;

  public ReportContent {
    explanations = Map.copyOf(explanations);
  }

  /** Returns the mistakes that a report shows, the surest first. */
  public static List<Prediction> shownMistakes(Evaluation evaluation) {
    return evaluation.surestMistakes(MOST_MISTAKES);
  }

  /** Returns how good a model is on labelled utterances, and nothing else. */
  public static ReportContent of(Evaluation evaluation, Thresholds thresholds) {
    return new Builder(thresholds).evaluation(evaluation).build();
  }

  /** Returns what a model says of utterances that nobody labelled, and nothing else. */
  public static ReportContent of(LabelDistribution labelDistribution, Thresholds thresholds) {
    return new Builder(thresholds).labelDistribution(labelDistribution).build();
  }

  /**
   * Returns the same with explanations of what it shows.
   *
   * @param mistakes of the surest, as far as they were explained
   * @param models the comparison with another model, with explanations; null where there is none
   * @param tagged the comparison with what was tagged live, likewise
   */
  public ReportContent explained(
      Map<Prediction, AnswerExplanation> mistakes,
      @Nullable ComparedModels models,
      @Nullable ComparedModels tagged) {
    return new ReportContent(
        evaluation, mistakes, thresholds, labelDistribution, models, tagged, timeline, latencies);
  }

  /** Collects what was measured, one thing after another. */
  public static final class Builder {

    private final Thresholds thresholds;
    private @Nullable Evaluation evaluation;
    private @Nullable LabelDistribution labelDistribution;
    private @Nullable ComparedModels comparison;
    private @Nullable ComparedModels live;
    private @Nullable Timeline timeline;
    private @Nullable Latencies latencies;

    /**
     * @param thresholds in effect, a general one among them
     */
    public Builder(Thresholds thresholds) {
      this.thresholds = thresholds;
    }

    public Builder evaluation(Evaluation value) {
      evaluation = value;
      return this;
    }

    public Builder labelDistribution(LabelDistribution value) {
      labelDistribution = value;
      return this;
    }

    public Builder comparison(ComparedModels value) {
      comparison = value;
      return this;
    }

    public Builder live(ComparedModels value) {
      live = value;
      return this;
    }

    public Builder timeline(Timeline value) {
      timeline = value;
      return this;
    }

    public Builder latencies(Latencies value) {
      latencies = value;
      return this;
    }

    public ReportContent build() {
      return new ReportContent(
          evaluation,
          Map.of(),
          thresholds,
          labelDistribution,
          comparison,
          live,
          timeline,
          latencies);
    }
  }
}
