package io.garam.evaluation;

import io.garam.nlu.Intent;

/**
 * Prediction: what a model said of one utterance, next to what people say.
 *
 * @param text the utterance
 * @param gold the label that people gave; {@link Intent#UNKNOWN} where the utterance has none of
 *     the model's intents
 * @param predicted the label that the model gave: {@code best}, or {@link Intent#UNKNOWN} where it
 *     abstained
 * @param best the model's most probable label, whether it gave it or not
 * @param confidence the model's probability of its most probable label, 0 to 1
 */
public record Prediction(
    String text, String gold, String predicted, String best, double confidence) {

  /**
   * @throws IllegalArgumentException if the confidence is no probability, or the label predicted is
   *     neither the most probable one nor unknown
   */
  public Prediction {
    if (!(confidence >= 0 && confidence <= 1)) {
      throw new IllegalArgumentException("a confidence is from 0 to 1, but this is " + confidence);
    }
    if (!predicted.equals(best) && !predicted.equals(Intent.UNKNOWN)) {
      throw new IllegalArgumentException(
          "a model gives its most probable label, " + best + ", or none, but not " + predicted);
    }
  }

  /** Sets an answer next to the gold label of its utterance. */
  public static Prediction of(String text, String gold, Intent intent) {
    String best =
        intent.label().equals(Intent.UNKNOWN)
            ? intent.alternatives().get(0).label()
            : intent.label();
    return new Prediction(text, gold, intent.label(), best, intent.confidence());
  }

  /** Says whether the model and people agree. */
  public boolean isCorrect() {
    return gold.equals(predicted);
  }

  /** Says whether the model gave no label of its own. */
  public boolean isAbstention() {
    return predicted.equals(Intent.UNKNOWN);
  }

  /** Says whether the utterance has none of the model's intents. */
  public boolean isOutOfScope() {
    return gold.equals(Intent.UNKNOWN);
  }
}
