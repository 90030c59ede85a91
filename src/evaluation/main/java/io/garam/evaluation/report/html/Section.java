package io.garam.evaluation.report.html;

import static j2html.TagCreator.h2;
import static j2html.TagCreator.p;
import static j2html.TagCreator.section;

import io.garam.evaluation.LabelDistribution;
import io.garam.evaluation.Timeline;
import io.garam.evaluation.metrics.Evaluation;
import io.garam.evaluation.report.ComparedModels;
import io.garam.evaluation.report.Epoch;
import io.garam.evaluation.report.Fact;
import io.garam.evaluation.report.Latencies;
import j2html.tags.DomContent;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A part of a report with a heading of its own.
 *
 * @param heading what it shows
 * @param note how it is to be read, a sentence or two
 * @param content HTML, any text in it escaped
 */
public record Section(String heading, String note, List<DomContent> content) {

  public Section {
    content = List.copyOf(content);
  }

  /** Returns a table of what was measured. */
  public static Section facts(List<Fact> facts) {
    return FactsSection.of(facts);
  }

  /** Returns the figures that come first to mind. */
  public static Section figures(Evaluation evaluation) {
    return FiguresSection.of(evaluation);
  }

  /**
   * Returns how a model compares with another, or with what was tagged live.
   *
   * @param second how good the model itself is; null where that was not measured
   */
  public static Section comparison(ComparedModels models, @Nullable Evaluation second) {
    return ComparisonSection.of(models, second);
  }

  /** Returns how often which label is given. */
  public static Section labelDistribution(LabelDistribution labels) {
    return LabelDistributionSection.of(labels);
  }

  /** Returns which intents came when; empty where there is but one stretch of time to show. */
  public static Optional<Section> timeline(Timeline timeline) {
    return TimelineSection.of(timeline);
  }

  /** Returns how long something took. */
  public static Section latencies(Latencies latencies) {
    return LatencySection.of(latencies);
  }

  /** Returns the course of a training of at least one epoch. */
  public static Section epochs(List<Epoch> epochs) {
    return EpochsSection.of(epochs);
  }

  /** Returns which labels were taken for which. */
  public static Section confusions(Evaluation evaluation) {
    return ConfusionsSection.of(evaluation);
  }

  /** Returns the score of each label. */
  public static Section labels(Evaluation evaluation) {
    return LabelsSection.of(evaluation.classes());
  }

  /** Returns how far confidence can be believed. */
  public static Section reliability(Evaluation evaluation) {
    return ReliabilitySection.of(evaluation);
  }

  /**
   * Returns what helps to choose a threshold.
   *
   * @param threshold the model's own; 0 where it always answers
   */
  public static Section thresholds(Evaluation evaluation, double threshold) {
    return ThresholdsSection.of(evaluation, threshold);
  }

  /** Returns the mistakes that the model was surest of. */
  public static Section mistakes(Evaluation evaluation) {
    return MistakesSection.of(evaluation);
  }

  DomContent html() {
    return section(h2(heading), p(note).withClass("note")).with(content);
  }
}
