package io.garam.evaluation.report.json;

import io.garam.evaluation.metrics.ClassScore;
import io.garam.evaluation.metrics.ConfusionMatrix;
import io.garam.evaluation.metrics.CoveragePoint;
import io.garam.evaluation.metrics.Evaluation;
import io.garam.evaluation.metrics.OutOfScope;
import io.garam.evaluation.metrics.ReliabilityBin;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * JSON evaluation: the figures of an evaluation as other programs read them; they are fractions and
 * not rounded.
 *
 * @param accuracy the share of right predictions
 * @param macroF1 the mean F1 over all labels
 * @param count how many predictions
 * @param expectedCalibrationError the mean distance between confidence and accuracy
 * @param adaptiveCalibrationError the same over bins of equally many predictions
 * @param inScopeAccuracy the share of right predictions where the gold label is not unknown; as the
 *     next two null where the corpus has no unknown utterances, or no others
 * @param unknownRecall the share of unknown utterances that are called so
 * @param auroc how well confidence alone tells the others from unknown ones
 * @param classes {@code label}, {@code precision}, {@code recall}, {@code f1} and {@code support}
 *     of each label, sorted by label
 * @param confusionMatrix the labels, sorted, and how often which was taken for which, {@code [gold,
 *     predicted]}
 * @param reliability the bins of the calibration error: {@code from}, {@code to}, {@code count},
 *     {@code confidence} and {@code accuracy}
 * @param coverage {@code threshold}, {@code coverage} and {@code accuracy} of at most {@value
 *     #MOST_POINTS} thresholds, the highest first
 */
public record JsonEvaluation(
    double accuracy,
    double macroF1,
    int count,
    double expectedCalibrationError,
    double adaptiveCalibrationError,
    @Nullable Double inScopeAccuracy,
    @Nullable Double unknownRecall,
    @Nullable Double auroc,
    List<ClassScore> classes,
    ConfusionMatrix confusionMatrix,
    List<ReliabilityBin> reliability,
    List<CoveragePoint> coverage) {

  private static final int MOST_POINTS = 100;

  static JsonEvaluation of(Evaluation evaluation) {
    @Nullable OutOfScope outOfScope = evaluation.outOfScope().orElse(null);
    return new JsonEvaluation(
        evaluation.accuracy(),
        evaluation.macroF1(),
        evaluation.count(),
        evaluation.expectedCalibrationError(),
        evaluation.adaptiveCalibrationError(),
        outOfScope == null ? null : outOfScope.inScopeAccuracy(),
        outOfScope == null ? null : outOfScope.unknownRecall(),
        outOfScope == null ? null : outOfScope.auroc(),
        evaluation.classes(),
        evaluation.confusionMatrix(),
        evaluation.reliability(),
        evaluation.coverage().sampled(MOST_POINTS).points());
  }
}
