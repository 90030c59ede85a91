package io.garam.training;

import io.garam.evaluation.metrics.Evaluation;
import io.garam.evaluation.report.EpochFigures;
import io.garam.evaluation.report.html.HtmlReport;
import io.garam.nlu.Thresholds;
import io.garam.nlu.bundle.GoldenUtterances;
import io.garam.nlu.bundle.ModelBundle;
import io.garam.nlu.bundle.ModelSpec;
import io.garam.nlu.bundle.Networks;
import io.garam.nlu.encoding.Vocabulary;
import io.garam.nlu.onnx.OnnxClassifier;
import io.garam.nlu.onnx.StepTracker;
import io.garam.training.corpus.Corpus;
import io.garam.training.packaging.CorpusOrigin;
import io.garam.training.packaging.ModelCard;
import io.garam.training.packaging.TaggingCost;
import io.garam.training.packaging.TrainingFacts;
import java.nio.file.Path;
import java.util.List;

/**
 * Training result: a trained, exported and checked model that has not been written yet.
 *
 * @param spec what the bundle will say of the model
 * @param networks the serialized ONNX models
 * @param vocabulary the tokens with a row of their own
 * @param golden utterances with the probabilities that this model gives
 * @param evaluation how well it does on the validation corpus, through ONNX Runtime
 * @param parity the greatest difference of a logit between libtorch and ONNX Runtime
 * @param taggingMicros processor time of tagging an utterance, see {@link TaggingCost}
 * @param epochs how each epoch went
 * @param language the likeliest language of the corpus, as an ISO 639-1 code
 */
public record TrainingResult(
    ModelSpec spec,
    Networks networks,
    Vocabulary vocabulary,
    GoldenUtterances golden,
    Evaluation evaluation,
    double parity,
    double taggingMicros,
    List<EpochFigures> epochs,
    String language) {

  public TrainingResult {
    epochs = List.copyOf(epochs);
  }

  /** Returns the same model with a figure more to compare it by. */
  TrainingResult compared(String figure, double value) {
    return new TrainingResult(
        spec.withFigure(figure, value),
        networks,
        vocabulary,
        golden,
        evaluation,
        parity,
        taggingMicros,
        epochs,
        language);
  }

  /** Evaluates the exported model on another corpus, by which nothing of it was chosen. */
  public Evaluation evaluate(Corpus corpus) {
    ModelBundle bundle =
        new ModelBundle(Path.of("the training's export"), spec, networks, vocabulary, golden);
    try (OnnxClassifier classifier = OnnxClassifier.of(bundle)) {
      return new LabelledPredictions(
              corpus, spec.decision(), Thresholds.OF_MODEL, spec.unknownLabel())
          .evaluation(new StepTracker(classifier).logits(corpus.said()));
    }
  }

  /**
   * Writes the model bundle.
   *
   * @param origin whose work the corpus is
   * @param command the command that made the model
   * @throws io.garam.nlu.GaramException if the folder cannot be written
   */
  public ModelBundle write(Path folder, CorpusOrigin origin, String command) {
    ModelCard card =
        new ModelCard(
            spec,
            origin.language() == null ? language : origin.language(),
            origin,
            evaluation,
            networks.bytes(),
            taggingMicros,
            command,
            example());
    return ModelBundle.write(folder, spec, networks, vocabulary, golden, card.toMarkdown());
  }

  /**
   * Reports how the model was made and how well it does.
   *
   * @param written the spec that {@link #write} recorded, with the model's digest
   * @param command the command that made the model
   */
  public HtmlReport report(ModelSpec written, String command) {
    return HtmlReport.ofTraining(
        written.name() + " " + written.version(),
        TrainingFacts.of(written, parity, taggingMicros, networks.bytes(), command),
        evaluation,
        written.decision().inEffect(Thresholds.OF_MODEL),
        epochs);
  }

  /**
   * Returns an utterance to try the model with: the last golden one, since the first is chosen for
   * its unknown words.
   */
  public String example() {
    return golden.utterances().get(golden.utterances().size() - 1).text();
  }
}
