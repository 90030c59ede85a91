package io.garam.app.train;

import io.garam.evaluation.metrics.Evaluation;
import io.garam.evaluation.report.EpochFigures;
import io.garam.nlu.Intent.ModelReference;
import io.garam.nlu.bundle.ModelBundle;
import io.garam.nlu.bundle.Provenance;
import io.garam.nlu.decision.Cascade;
import io.garam.training.TrainingResult;
import io.garam.training.study.Trial;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What came of a training; its components are the fields of {@code --json}.
 *
 * @param model the model's name, version and digest
 * @param folder where it was written
 * @param accuracy on the validation corpus, as the next two
 * @param accuracyWithContext of the model that follows dialogues, where one was tried and not kept
 * @param accuracyWithoutContext of the model that does not, likewise
 * @param temperature what calibrates the model's confidence
 * @param exponent likewise; 1 where one temperature is enough
 * @param parity the greatest difference of a logit between libtorch and ONNX Runtime
 * @param taggingMicros microseconds of processor time that tagging an utterance takes one thread of
 *     this machine, in batches of up to 2,000
 * @param cascadeThreshold the probability below which the characters are read too; null where all
 *     is read of each utterance
 * @param answeredByWords the share of the validation utterances that the words alone answer; null
 *     likewise
 * @param bytes the size of the graph
 * @param seconds that all of it took
 * @param settings by flag
 * @param folds how the trainings of the cross-validation came out; empty without one
 * @param learningCurve how the trainings on parts of the corpus came out; empty without any
 * @param pushed its name and digest in the registry; null where it was not pushed
 * @param example an utterance to try the model with
 */
record TrainReport(
    ModelReference model,
    String folder,
    int labels,
    int training,
    int validation,
    double accuracy,
    @Nullable Double accuracyWithContext,
    @Nullable Double accuracyWithoutContext,
    double macroF1,
    double expectedCalibrationError,
    double temperature,
    double exponent,
    double parity,
    double taggingMicros,
    @Nullable Double cascadeThreshold,
    @Nullable Double answeredByWords,
    long bytes,
    double seconds,
    Map<String, String> settings,
    List<Trial> folds,
    List<Trial> learningCurve,
    @Nullable String pushed,
    String example,
    List<EpochFigures> epochs) {

  /**
   * @param pushed its name and digest in the registry; null where it was not pushed
   * @param start when the command began, as {@link System#nanoTime} says
   */
  static TrainReport of(
      TrainingResult result,
      ModelBundle bundle,
      StudyResults studies,
      @Nullable String pushed,
      long start) {
    Evaluation evaluation = result.evaluation();
    Cascade cascade = bundle.spec().cascade();
    return new TrainReport(
        bundle.spec().reference(),
        bundle.folder().toString(),
        bundle.spec().decision().labels().size(),
        bundle.spec().provenance().training().rows(),
        bundle.spec().provenance().validation().rows(),
        evaluation.accuracy(),
        bundle.spec().provenance().figures().get(Provenance.WITH_CONTEXT),
        bundle.spec().provenance().figures().get(Provenance.WITHOUT_CONTEXT),
        evaluation.macroF1(),
        evaluation.expectedCalibrationError(),
        bundle.spec().decision().temperature(),
        bundle.spec().decision().exponent(),
        result.parity(),
        result.taggingMicros(),
        cascade == null ? null : cascade.threshold(),
        bundle.spec().provenance().figures().get(Provenance.ANSWERED_BY_WORDS),
        bundle.networks().bytes(),
        (System.nanoTime() - start) / 1e9,
        bundle.spec().provenance().settings(),
        studies.folds(),
        studies.learningCurve(),
        pushed,
        result.example(),
        result.epochs());
  }
}
