package io.garam.app.train;

import io.garam.app.output.ShellCommand;
import io.garam.evaluation.metrics.Evaluation;
import io.garam.evaluation.report.EpochFigures;
import io.garam.nlu.Intent.ModelReference;
import io.garam.nlu.bundle.ModelBundle;
import io.garam.nlu.bundle.Provenance;
import io.garam.training.TrainingResult;
import io.garam.training.study.CrossValidation;
import io.garam.training.study.Trial;
import java.util.List;
import java.util.Locale;
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
 * @param bytes the size of the graph
 * @param seconds that all of it took
 * @param settings by flag
 * @param folds how the trainings of the cross-validation came out; empty without one
 * @param learningCurve how the trainings on parts of the corpus came out; empty without any
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
    long bytes,
    double seconds,
    Map<String, String> settings,
    List<Trial> folds,
    List<Trial> learningCurve,
    String example,
    List<EpochFigures> epochs) {

  static TrainReport of(
      TrainingResult result,
      ModelBundle bundle,
      @Nullable CrossValidation folds,
      List<Trial> learningCurve,
      double seconds) {
    Evaluation evaluation = result.evaluation();
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
        bundle.networks().bytes(),
        seconds,
        bundle.spec().provenance().settings(),
        folds == null ? List.of() : folds.folds(),
        learningCurve,
        result.example(),
        result.epochs());
  }

  String toText() {
    return studies()
        + String.format(
            Locale.ROOT,
            """
            Model      %s %s (%s), %d labels, %.1f MB
            Learned    %,d utterances in %.0f s
            Validation accuracy %.4f, macro-F1 %.4f, calibration error %.4f on %,d utterances%s
            Export     logits within %.0e of libtorch's
            Written to %s

            Try it:     garam tag --model %s %s
            """,
            model.name(),
            model.version(),
            model.digest(),
            labels,
            bytes / 1e6,
            training,
            seconds,
            accuracy,
            macroF1,
            expectedCalibrationError,
            validation,
            comparison(),
            parity,
            folder,
            ShellCommand.quoted(folder.toString()),
            ShellCommand.quoted(example));
  }

  private String comparison() {
    if (accuracyWithoutContext != null) {
      return String.format(
          Locale.ROOT, "%nContext    kept: accuracy without it %.4f", accuracyWithoutContext);
    }
    return accuracyWithContext == null
        ? ""
        : String.format(
            Locale.ROOT, "%nContext    not kept: accuracy with it %.4f", accuracyWithContext);
  }

  private String studies() {
    StringBuilder text = new StringBuilder();
    if (!folds.isEmpty()) {
      CrossValidation crossValidation = new CrossValidation(folds);
      folds.forEach(fold -> text.append(line(fold)));
      text.append(
          String.format(
              Locale.ROOT,
              "Mean of the folds: accuracy %.4f ± %.4f, macro-F1 %.4f ± %.4f%n",
              crossValidation.mean(Trial::accuracy),
              crossValidation.deviation(Trial::accuracy),
              crossValidation.mean(Trial::macroF1),
              crossValidation.deviation(Trial::macroF1)));
    }
    learningCurve.forEach(stage -> text.append(line(stage)));
    return text.toString();
  }

  private static String line(Trial trial) {
    return String.format(
        Locale.ROOT,
        "%s: accuracy %.4f, macro-F1 %.4f, learned from %,d utterances, measured on %,d%n",
        trial.name(),
        trial.accuracy(),
        trial.macroF1(),
        trial.training(),
        trial.validation());
  }
}
