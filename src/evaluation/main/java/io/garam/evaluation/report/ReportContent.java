package io.garam.evaluation.report;

import io.garam.evaluation.LabelDistribution;
import io.garam.evaluation.Timeline;
import io.garam.evaluation.metrics.Evaluation;
import org.jspecify.annotations.Nullable;

/**
 * Report content, that of a report on a model: what its page, its text and its JSON show. What is
 * null was not measured and is not shown.
 *
 * @param evaluation how good the model is on the utterances that people labelled; null where they
 *     labelled none
 * @param threshold the model's own, 0 where it always answers
 * @param labelDistribution how often it gives which label
 * @param comparison with another model
 * @param live with what was tagged when the utterances were said
 * @param timeline which intents came when
 * @param latencies how long it took
 */
public record ReportContent(
    @Nullable Evaluation evaluation,
    double threshold,
    @Nullable LabelDistribution labelDistribution,
    @Nullable ComparedModels comparison,
    @Nullable ComparedModels live,
    @Nullable Timeline timeline,
    @Nullable Latencies latencies) {

  /** Returns how good a model is on labelled utterances, and nothing else. */
  public static ReportContent of(Evaluation evaluation, double threshold) {
    return new Builder(threshold).evaluation(evaluation).build();
  }

  /** Returns what a model says of utterances that nobody labelled, and nothing else. */
  public static ReportContent of(LabelDistribution labelDistribution, double threshold) {
    return new Builder(threshold).labelDistribution(labelDistribution).build();
  }

  /** Collects what was measured, one thing after another. */
  public static final class Builder {

    private final double threshold;
    private @Nullable Evaluation evaluation;
    private @Nullable LabelDistribution labelDistribution;
    private @Nullable ComparedModels comparison;
    private @Nullable ComparedModels live;
    private @Nullable Timeline timeline;
    private @Nullable Latencies latencies;

    /**
     * @param threshold the model's own, 0 where it always answers
     */
    public Builder(double threshold) {
      this.threshold = threshold;
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
          evaluation, threshold, labelDistribution, comparison, live, timeline, latencies);
    }
  }
}
