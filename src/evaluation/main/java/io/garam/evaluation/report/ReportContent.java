package io.garam.evaluation.report;

import io.garam.evaluation.LabelDistribution;
import io.garam.evaluation.Timeline;
import io.garam.evaluation.metrics.Evaluation;
import io.garam.evaluation.report.html.HtmlReport;
import io.garam.evaluation.report.json.JsonReport;
import io.garam.evaluation.report.text.TextReport;
import org.jspecify.annotations.Nullable;

/**
 * The content of a report on a model: what {@link HtmlReport}, {@link TextReport} and {@link
 * JsonReport} show. What is null was not measured and is not shown.
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

  /** Begins with how good a model is on labelled utterances. */
  public static ReportContent of(Evaluation evaluation, double threshold) {
    return new ReportContent(evaluation, threshold, null, null, null, null, null);
  }

  /** Begins with what a model says of utterances that nobody labelled. */
  public static ReportContent of(LabelDistribution labelDistribution, double threshold) {
    return new ReportContent(null, threshold, labelDistribution, null, null, null, null);
  }

  /** Returns the same with how often the model gives which label. */
  public ReportContent with(LabelDistribution labels) {
    return new ReportContent(evaluation, threshold, labels, comparison, live, timeline, latencies);
  }

  /** Returns the same with which intents came when. */
  public ReportContent with(Timeline intents) {
    return new ReportContent(
        evaluation, threshold, labelDistribution, comparison, live, intents, latencies);
  }

  /** Returns the same with how long it took. */
  public ReportContent with(Latencies times) {
    return new ReportContent(
        evaluation, threshold, labelDistribution, comparison, live, timeline, times);
  }

  /** Returns the same with a comparison with another model. */
  public ReportContent against(ComparedModels other) {
    return new ReportContent(
        evaluation, threshold, labelDistribution, other, live, timeline, latencies);
  }

  /** Returns the same with a comparison with what was tagged live. */
  public ReportContent againstLive(ComparedModels tagged) {
    return new ReportContent(
        evaluation, threshold, labelDistribution, comparison, tagged, timeline, latencies);
  }
}
