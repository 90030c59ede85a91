package io.garam.evaluation.report;

import io.garam.evaluation.Evaluation;
import io.garam.evaluation.LabelDistribution;
import io.garam.evaluation.Timeline;
import org.jspecify.annotations.Nullable;

/**
 * All that was found out about a model on some utterances: what {@link HtmlReport}, {@link
 * TextReport} and {@link JsonReport} show. What is null was not measured and is not shown.
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
public record Measurement(
    @Nullable Evaluation evaluation,
    double threshold,
    @Nullable LabelDistribution labelDistribution,
    @Nullable ComparedModels comparison,
    @Nullable ComparedModels live,
    @Nullable Timeline timeline,
    @Nullable Latencies latencies) {

  /** Begins with how good a model is on labelled utterances. */
  public static Measurement of(Evaluation evaluation, double threshold) {
    return new Measurement(evaluation, threshold, null, null, null, null, null);
  }

  /** Begins with what a model says of utterances that nobody labelled. */
  public static Measurement of(LabelDistribution labelDistribution, double threshold) {
    return new Measurement(null, threshold, labelDistribution, null, null, null, null);
  }

  /** Returns the same with how often the model gives which label. */
  public Measurement with(LabelDistribution labels) {
    return new Measurement(evaluation, threshold, labels, comparison, live, timeline, latencies);
  }

  /** Returns the same with which intents came when. */
  public Measurement with(Timeline intents) {
    return new Measurement(
        evaluation, threshold, labelDistribution, comparison, live, intents, latencies);
  }

  /** Returns the same with how long it took. */
  public Measurement with(Latencies times) {
    return new Measurement(
        evaluation, threshold, labelDistribution, comparison, live, timeline, times);
  }

  /** Returns the same with a comparison with another model. */
  public Measurement against(ComparedModels other) {
    return new Measurement(
        evaluation, threshold, labelDistribution, other, live, timeline, latencies);
  }

  /** Returns the same with a comparison with what was tagged live. */
  public Measurement againstLive(ComparedModels tagged) {
    return new Measurement(
        evaluation, threshold, labelDistribution, comparison, tagged, timeline, latencies);
  }
}
