package io.garam.app.evaluate;

import io.garam.app.output.Progress;
import io.garam.evaluation.Prediction;
import io.garam.nlu.Intent;
import io.garam.nlu.bundle.ModelSpec;
import io.garam.nlu.onnx.OnnxClassifier;
import io.garam.training.LabelledPredictions;
import io.garam.training.corpus.Corpus;
import io.garam.training.corpus.LabelledUtterance;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A model's answers to a labelled corpus.
 *
 * @param folder where the model is
 * @param model who answered
 * @param predictions one for each utterance, in the order of the corpus
 */
record ModelAnswers(Path folder, ModelSpec model, List<Prediction> predictions) {

  /**
   * Lets a model answer.
   *
   * @param err where to warn of labels that the model never learned
   * @throws io.garam.nlu.GaramException if the model cannot be used
   */
  static ModelAnswers of(Path folder, Corpus labelled, PrintWriter err) {
    try (OnnxClassifier classifier = OnnxClassifier.load(folder)) {
      warnOfLabelsNotLearned(labelled, classifier, err);
      return new ModelAnswers(folder, classifier.spec(), predict(labelled, classifier));
    }
  }

  private static List<Prediction> predict(Corpus labelled, OnnxClassifier classifier) {
    try (Progress progress = Progress.of("Evaluating", labelled.size())) {
      return LabelledPredictions.of(classifier, labelled, progress::advance);
    }
  }

  private static void warnOfLabelsNotLearned(
      Corpus labelled, OnnxClassifier classifier, PrintWriter err) {
    Predicate<String> unseenLabels =
        label ->
            !classifier.labels().contains(label)
                && !classifier.spec().goldLabel(label).equals(Intent.UNKNOWN);
    long utterances =
        labelled.utterances().stream().map(LabelledUtterance::label).filter(unseenLabels).count();
    if (utterances > 0) {
      err.printf(
          Locale.ROOT,
          "Warning: %,d of %,d utterances have a label that the model %s %s never learned and count"
              + " as errors: %s.%n",
          utterances,
          labelled.size(),
          classifier.spec().name(),
          classifier.spec().version(),
          labelled.labels().stream().filter(unseenLabels).collect(Collectors.joining(", ")));
      err.flush();
    }
  }
}
