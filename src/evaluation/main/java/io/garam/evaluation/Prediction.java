package io.garam.evaluation;

/**
 * What a model said of one utterance, next to what people say.
 *
 * @param gold the label that people gave
 * @param predicted the label that the model gave; {@link io.garam.nlu.Intent#UNKNOWN} where it
 *     abstained
 * @param confidence the model's probability of its most probable label, 0 to 1
 */
public record Prediction(String gold, String predicted, double confidence) {

  /**
   * @throws IllegalArgumentException if the confidence is no probability
   */
  public Prediction {
    if (!(confidence >= 0 && confidence <= 1)) {
      throw new IllegalArgumentException("a confidence is from 0 to 1, but this is " + confidence);
    }
  }

  /** Says whether the model and people agree. */
  public boolean isCorrect() {
    return gold.equals(predicted);
  }
}
