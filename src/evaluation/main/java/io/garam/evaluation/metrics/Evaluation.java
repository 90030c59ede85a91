package io.garam.evaluation.metrics;

import io.garam.evaluation.Prediction;
import io.garam.evaluation.Predictions;
import io.garam.nlu.GaramException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Evaluation: how good a model's predictions are, in the figures that papers report. All are
 * fractions, 0 to 1.
 *
 * <p>{@link io.garam.nlu.Intent#UNKNOWN} is a label like any other: an abstention is an error
 * unless the gold label is unknown too.
 */
public final class Evaluation {

  private final List<Prediction> predictions;
  private final ConfusionMatrix confusionMatrix;
  private final List<ClassScore> classes;

  private Evaluation(List<Prediction> predictions) {
    this.predictions = predictions;
    this.confusionMatrix = ConfusionMatrix.of(predictions);
    this.classes =
        IntStream.range(0, confusionMatrix.labels().size())
            .mapToObj(
                i ->
                    ClassScore.of(
                        confusionMatrix.labels().get(i),
                        confusionMatrix.counts()[i][i],
                        confusionMatrix.predicted(i),
                        confusionMatrix.support(i)))
            .toList();
  }

  /**
   * Evaluates predictions.
   *
   * @throws GaramException if there are none
   */
  public static Evaluation of(List<Prediction> predictions) {
    if (predictions.isEmpty()) {
      throw new GaramException(
          "Expected at least one prediction to evaluate, but found none; evaluate on a corpus that"
              + " has utterances.");
    }
    return new Evaluation(
        predictions instanceof Predictions ? predictions : List.copyOf(predictions));
  }

  /** Returns how many predictions there were. */
  public int count() {
    return confusionMatrix.total();
  }

  /** Returns which share of the predictions is right. */
  public double accuracy() {
    return (double) confusionMatrix.correct() / count();
  }

  /**
   * Returns the mean F1 over {@link #classes}, each with the same weight: the {@code macro avg} of
   * scikit-learn's classification report. A label that was predicted and is never gold counts with
   * its F1 of 0.
   */
  public double macroF1() {
    return classes.stream().mapToDouble(ClassScore::f1).average().orElseThrow();
  }

  /**
   * Returns the mean distance between confidence and accuracy: Guo et al., "On Calibration of
   * Modern Neural Networks" (2017), with 15 bins of equal width. Abstentions claim no label and are
   * left out.
   */
  public double expectedCalibrationError() {
    return CalibrationError.of(predictions);
  }

  /**
   * Returns the same over 15 bins of equally many answers, which where most answers are sure looks
   * closer at those: adaptive binning after Nguyen and O'Connor, "Posterior calibration and
   * exploratory analysis for natural language processing models" (2015), and Nixon et al.,
   * "Measuring calibration in deep learning" (2019), here of the most probable label.
   */
  public double adaptiveCalibrationError() {
    return CalibrationError.adaptive(predictions);
  }

  /** Returns the bins of {@link #expectedCalibrationError}, empty ones too, least sure first. */
  public List<ReliabilityBin> reliability() {
    return CalibrationError.bins(predictions);
  }

  /**
   * Returns what was answered as it was measured, abstentions aside; empty where nothing was.
   *
   * @param threshold the general one that was in effect
   */
  public Optional<CoveragePoint> asMeasured(double threshold) {
    List<Prediction> answers =
        predictions.stream().filter(prediction -> !prediction.isAbstention()).toList();
    long right = answers.stream().filter(Prediction::isCorrect).count();
    return answers.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new CoveragePoint(
                threshold, (double) answers.size() / count(), (double) right / answers.size()));
  }

  /** Returns how coverage and accuracy would go with other thresholds. */
  public CoverageCurve coverage() {
    return CoverageCurve.of(predictions);
  }

  /**
   * Returns how well utterances without any of the model's intents are told from the others; empty
   * where there are none, or nothing else.
   */
  public Optional<OutOfScope> outOfScope() {
    return OutOfScope.of(predictions);
  }

  /** Returns the wrong labels that the model was surest of, the surest first; no abstentions. */
  public List<Prediction> surestMistakes(int most) {
    return predictions.stream()
        .filter(prediction -> !prediction.isCorrect() && !prediction.isAbstention())
        .sorted(Comparator.comparingDouble(Prediction::confidence).reversed())
        .limit(most)
        .toList();
  }

  /** Returns the texts of a confusion, no two the same, the surest first. */
  public List<String> examples(Confusion confusion, int most) {
    return predictions.stream()
        .filter(prediction -> prediction.gold().equals(confusion.gold()))
        .filter(prediction -> prediction.predicted().equals(confusion.predicted()))
        .sorted(Comparator.comparingDouble(Prediction::confidence).reversed())
        .map(Prediction::text)
        .distinct()
        .limit(most)
        .toList();
  }

  /** Returns what was evaluated, in the order given. */
  public List<Prediction> predictions() {
    return predictions;
  }

  /** Returns the score of every label that occurs as gold or as prediction, sorted by label. */
  public List<ClassScore> classes() {
    return classes;
  }

  /** Returns which labels were taken for which. */
  public ConfusionMatrix confusionMatrix() {
    return confusionMatrix;
  }
}
