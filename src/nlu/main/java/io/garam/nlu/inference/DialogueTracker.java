package io.garam.nlu.inference;

import io.garam.nlu.Intent;
import io.garam.nlu.Utterance;
import io.garam.nlu.onnx.StepTracker;
import java.util.List;

/**
 * Dialogue state tracker: finds the intents of utterances at their places in dialogues, as many as
 * come, and keeps the state of each dialogue until it is forgotten. With a model that judges every
 * utterance alone there is no state. Not safe for many threads.
 *
 * @since 0.1.0
 */
public final class DialogueTracker {

  private final StepTracker steps;

  /**
   * @param classifier which stays its owner's to close
   */
  public DialogueTracker(IntentClassifier classifier) {
    this.steps = new StepTracker(classifier.classifier());
  }

  /**
   * Classifies utterances.
   *
   * @param utterances none of them blank; those of a dialogue in the order in which they were said,
   *     after those that this tracker was given before
   * @return one intent for each utterance, in the order given
   * @throws IllegalArgumentException if a text is blank
   */
  public List<Intent> classify(List<Utterance> utterances) {
    return steps.classify(utterances);
  }

  /**
   * Returns the calibrated probabilities of utterances, which count as said like those of {@link
   * #classify}.
   *
   * @return {@code [utterances, labels]}, each row summing to 1
   */
  public float[][] probabilities(List<Utterance> utterances) {
    return steps.probabilities(utterances);
  }

  /** Forgets a dialogue, which has ended. */
  public void forget(String dialogue) {
    steps.forget(dialogue);
  }
}
