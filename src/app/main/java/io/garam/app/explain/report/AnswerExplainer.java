package io.garam.app.explain.report;

import io.garam.evaluation.report.AnswerExplanation;
import io.garam.nlu.GaramException;
import io.garam.nlu.Thresholds;
import io.garam.nlu.Utterance;
import io.garam.nlu.explainer.Explainer;
import io.garam.nlu.explanation.Explanation;
import io.garam.nlu.onnx.OnnxClassifier;
import io.garam.nlu.signature.TrustedKeys;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Explainer of one model's answers for a report. It never fails: an answer that cannot be explained
 * gets a sentence that says why, as do those that are asked for when its time is up.
 */
public final class AnswerExplainer implements AutoCloseable {

  /** What a report waits at most for the explanations of one model, but for the last of them. */
  public static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final Logger LOG = LoggerFactory.getLogger(AnswerExplainer.class);

  private final @Nullable OnnxClassifier classifier;
  private final String fault;
  private final Duration patience;
  private final long start = System.nanoTime();

  private AnswerExplainer(@Nullable OnnxClassifier classifier, String fault, Duration patience) {
    this.classifier = classifier;
    this.fault = fault;
    this.patience = patience;
  }

  /**
   * Loads a model.
   *
   * @param thresholds with which it answered
   * @param keys one of which must have signed it, where there are any
   * @param patience after which nothing more is explained
   */
  public static AnswerExplainer of(
      Path model, Thresholds thresholds, TrustedKeys keys, Duration patience) {
    try {
      return new AnswerExplainer(OnnxClassifier.load(model, thresholds, keys), "", patience);
    } catch (GaramException e) {
      return new AnswerExplainer(null, String.valueOf(e.getMessage()), patience);
    }
  }

  /**
   * Explains the answer for the last utterance of a dialogue.
   *
   * @param dialogue with that utterance; what was said before plays no part with a model that
   *     judges every utterance alone
   * @param answer the label that it was given
   * @param compared the label that the answer is compared with: the gold label, or another model's
   */
  public AnswerExplanation explain(List<Utterance> dialogue, String answer, String compared) {
    if (classifier == null) {
      return AnswerExplanation.missing("The model could not be read again. " + fault);
    }
    if (System.nanoTime() - start >= patience.toNanos()) {
      return AnswerExplanation.missing(
          "Explaining took more than "
              + patience.toSeconds()
              + " s; `garam explain` explains it by itself.");
    }
    try {
      return explain(classifier, dialogue, answer, compared);
    } catch (GaramException e) {
      return AnswerExplanation.missing(String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      LOG.warn("An answer could not be explained", e);
      return AnswerExplanation.missing("That failed (" + e + "); the log has the details.");
    }
  }

  private static AnswerExplanation explain(
      OnnxClassifier classifier, List<Utterance> dialogue, String answer, String compared) {
    int last = dialogue.size() - 1;
    List<Utterance> said = new ArrayList<>();
    if (classifier.dialogue() != null) {
      dialogue.subList(0, last).stream()
          .filter(earlier -> !classifier.isBlank(earlier.text()))
          .forEach(said::add);
    }
    said.add(dialogue.get(last));
    Explanation explanation = Explainer.explainInBrief(classifier, said, compared);
    String now = explanation.intent().label();
    return now.equals(answer)
        ? AnswerExplanation.of(explanation)
        : AnswerExplanation.missing(
            "Read again, it is taken for "
                + now
                + ": the model remembered something else of the dialogue when it answered.");
  }

  @Override
  public void close() {
    if (classifier != null) {
      classifier.close();
    }
  }
}
