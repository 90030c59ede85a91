package io.garam.training.network;

/**
 * Sum of logits that several networks give to the same utterances.
 *
 * @param values {@code [utterances, labels]}, which change in place
 */
public record LogitSum(float[][] values) {

  /** Adds the logits of one more network. */
  public void add(float[][] logits) {
    for (int i = 0; i < values.length; i++) {
      for (int label = 0; label < values[i].length; label++) {
        values[i][label] += logits[i][label];
      }
    }
  }

  /** Turns the sum into the mean of so many networks, and returns it. */
  float[][] mean(int networks) {
    for (float[] logits : values) {
      for (int label = 0; label < logits.length; label++) {
        logits[label] /= networks;
      }
    }
    return values;
  }
}
