package io.garam.app.evaluate;

import io.garam.app.output.Notes;
import io.garam.app.output.Progress;
import io.garam.evaluation.Prediction;
import io.garam.nlu.Thresholds;
import io.garam.nlu.bundle.ModelSpec;
import io.garam.nlu.onnx.OnnxClassifier;
import io.garam.nlu.signature.TrustedKeys;
import io.garam.training.LabelledPredictions;
import io.garam.training.corpus.Corpus;
import java.nio.file.Path;
import java.util.List;

/**
 * A model's answers to a labelled corpus.
 *
 * @param folder where the model is
 * @param model who answered
 * @param thresholds below which it answered unknown
 * @param predictions one for each utterance, in the order of the corpus
 */
record ModelAnswers(
    Path folder, ModelSpec model, Thresholds thresholds, List<Prediction> predictions) {

  /**
   * Lets a model answer.
   *
   * @param given thresholds that hold instead of the model's own
   * @param keys one of which must have signed it, where there are any
   * @param notes where to warn of labels that the model never learned
   * @throws io.garam.nlu.GaramException if the model cannot be used
   */
  static ModelAnswers of(
      Path folder, Thresholds given, TrustedKeys keys, Corpus labelled, Notes notes) {
    try (OnnxClassifier classifier = OnnxClassifier.load(folder, given, keys)) {
      UnseenLabels.warning(labelled, classifier.spec()).ifPresent(notes::warn);
      return new ModelAnswers(
          folder, classifier.spec(), classifier.thresholds(), predict(labelled, classifier));
    }
  }

  private static List<Prediction> predict(Corpus labelled, OnnxClassifier classifier) {
    try (Progress progress = Progress.of("Evaluating", labelled.size())) {
      return LabelledPredictions.of(classifier, labelled, progress::advance);
    }
  }
}
