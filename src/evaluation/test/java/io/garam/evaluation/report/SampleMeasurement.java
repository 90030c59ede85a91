package io.garam.evaluation.report;

import io.garam.evaluation.LabelDistribution;
import io.garam.evaluation.Prediction;
import io.garam.evaluation.Timeline;
import io.garam.evaluation.comparison.Comparison;
import io.garam.evaluation.explanation.ExplanationTexts;
import io.garam.evaluation.metrics.Evaluation;
import io.garam.nlu.Thresholds;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A measurement of which nothing is missing. */
public final class SampleMeasurement {

  private SampleMeasurement() {}

  public static ReportContent whole() {
    List<Prediction> predictions = SampleAnswers.of(7, 500);
    return new ReportContent.Builder(Thresholds.parse("0.4"))
        .evaluation(Evaluation.of(predictions))
        .labelDistribution(distribution(predictions))
        .timeline(timeline(predictions))
        .latencies(new Latencies("From the utterance to its intent.", 500, 3.2, 8.4, 21, 1_234))
        .comparison(compared("상담 1", predictions, true))
        .live(compared("what was tagged live", predictions, false))
        .build();
  }

  /** As if nobody had labelled an utterance. */
  public static ReportContent unlabelled() {
    List<Prediction> predictions = SampleAnswers.of(7, 500);
    return new ReportContent.Builder(Thresholds.parse("0.4"))
        .labelDistribution(distribution(predictions))
        .timeline(timeline(predictions))
        .live(compared("what was tagged live", predictions, false))
        .build();
  }

  /** Returns all that can be measured, with two mistakes and a change that are explained. */
  public static ReportContent explained() {
    ReportContent whole = whole();
    List<Prediction> mistakes =
        ReportContent.shownMistakes(Objects.requireNonNull(whole.evaluation()));
    AnswerExplanation explanation =
        AnswerExplanation.of(ExplanationTexts.of("request", "<b>방</b> 주세요", List.of(), List.of()));
    ComparedModels models = Objects.requireNonNull(whole.comparison());
    return whole.explained(
        Map.of(
            mistakes.get(0),
            explanation,
            mistakes.get(1),
            AnswerExplanation.missing("Its time was up.")),
        models.explained(
            Map.of(
                models.shownChanges().get(0),
                new ChangeExplanation(AnswerExplanation.missing("Not at hand."), explanation))),
        whole.live());
  }

  private static ComparedModels compared(
      String name, List<Prediction> predictions, boolean labelled) {
    Comparison.Builder comparison = new Comparison.Builder();
    for (int i = 0; i < predictions.size(); i++) {
      Prediction prediction = predictions.get(i);
      String other = i % 5 == 0 ? "의도 1" : prediction.predicted();
      comparison.add(
          prediction.text(), labelled ? prediction.gold() : null, other, prediction.predicted());
    }
    return new ComparedModels(
        name, "상담 2", comparison.build(), labelled ? Evaluation.of(predictions) : null);
  }

  private static LabelDistribution distribution(List<Prediction> predictions) {
    LabelDistribution.Builder labels = new LabelDistribution.Builder();
    predictions.forEach(prediction -> labels.add(prediction.predicted(), prediction.confidence()));
    return labels.build();
  }

  private static Timeline timeline(List<Prediction> predictions) {
    long start = Instant.parse("2026-11-25T14:30:00Z").toEpochMilli();
    Timeline.Builder timeline = new Timeline.Builder();
    for (int i = 0; i < predictions.size(); i++) {
      timeline.add(start + i * 7_000L, predictions.get(i).predicted());
    }
    return timeline.build();
  }
}
