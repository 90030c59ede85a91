package io.garam.nlu;

import io.garam.nlu.Intent.Alternative;
import io.garam.nlu.Intent.ModelReference;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Turns logits into an intent.
 *
 * @param labels the labels in the order of the logits
 * @param temperature what logits are divided by before the softmax, fitted after training so that
 *     confidence matches accuracy (Guo et al. 2017, "On Calibration of Modern Neural Networks")
 * @param threshold the probability below which the answer is {@link Intent#UNKNOWN}; 0 for never
 */
public record Decision(List<String> labels, double temperature, double threshold) {

  private static final int ALTERNATIVES = 3;

  public Decision {
    labels = List.copyOf(labels);
    if (!(temperature > 0)) {
      throw new IllegalArgumentException("the temperature must be positive, but is " + temperature);
    }
  }

  /** Returns the calibrated probability of each label: softmax(logits / temperature). */
  public float[] probabilities(float[] logits) {
    double max = Double.NEGATIVE_INFINITY;
    for (float logit : logits) {
      max = Math.max(max, logit);
    }
    double[] exponentials = new double[logits.length];
    double sum = 0;
    for (int i = 0; i < logits.length; i++) {
      exponentials[i] = Math.exp((logits[i] - max) / temperature);
      sum += exponentials[i];
    }
    float[] probabilities = new float[logits.length];
    for (int i = 0; i < logits.length; i++) {
      probabilities[i] = (float) (exponentials[i] / sum);
    }
    return probabilities;
  }

  /** Returns the index of the greatest of some logits or probabilities, the first of equal ones. */
  public static int mostProbable(float[] scores) {
    int best = 0;
    for (int label = 1; label < scores.length; label++) {
      best = scores[label] > scores[best] ? label : best;
    }
    return best;
  }

  /** Decides for the most probable label, or for unknown. */
  public Intent decide(float[] logits, ModelReference model) {
    float[] probabilities = probabilities(logits);
    List<Alternative> ranked =
        IntStream.range(0, probabilities.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> -probabilities[i]))
            .limit(ALTERNATIVES + 1L)
            .map(i -> new Alternative(labels.get(i), probabilities[i]))
            .toList();
    Alternative best = ranked.get(0);
    boolean known = best.confidence() >= threshold;
    return new Intent(
        known ? best.label() : Intent.UNKNOWN,
        best.confidence(),
        known
            ? ranked.subList(1, ranked.size())
            : ranked.subList(0, Math.min(ALTERNATIVES, ranked.size())),
        model,
        null);
  }
}
