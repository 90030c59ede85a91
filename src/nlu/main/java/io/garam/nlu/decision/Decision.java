package io.garam.nlu.decision;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.garam.nlu.Intent;
import io.garam.nlu.Intent.Alternative;
import io.garam.nlu.Intent.ModelReference;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Decision rule with calibration: turns logits into an intent. The formula is {@link
 * Calibration}'s; its numbers were fitted after training, so that confidence matches accuracy.
 *
 * @param labels the labels in the order of the logits
 * @param temperature above 0; the higher, the less sure
 * @param exponent above 0; above 1 it makes sure answers surer and doubtful ones more doubtful.
 *     Spec files leave out 1
 * @param threshold the probability below which the answer is {@link Intent#UNKNOWN}; 0 for never
 */
public record Decision(
    List<String> labels, double temperature, @JsonIgnore double exponent, double threshold) {

  private static final int ALTERNATIVES = 3;
  private static final String EXPONENT = "exponent";

  public Decision {
    labels = List.copyOf(labels);
    new Calibration(temperature, exponent);
  }

  /** Makes a decision with a temperature alone. */
  public Decision(List<String> labels, double temperature, double threshold) {
    this(labels, temperature, 1, threshold);
  }

  /**
   * Reads what a spec file holds. Models of before there was an exponent do not name one.
   *
   * @throws IllegalArgumentException if a field is unknown, missing or of another type
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static Decision read(ObjectNode json) {
    DecisionFields fields = new DecisionFields(json);
    return new Decision(
        fields.names("labels"),
        fields.number("temperature"),
        fields.numberOr(1, EXPONENT),
        fields.number("threshold"));
  }

  /** Keeps the digest of models without an exponent what it was. */
  @JsonProperty(EXPONENT)
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Nullable Double writtenExponent() {
    return exponent == 1 ? null : exponent;
  }

  /** Returns the calibrated probability of each label. */
  public float[] probabilities(float[] logits) {
    return new Calibration(temperature, exponent).probabilities(logits);
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
            // Probabilities round to the same, or to 0, where logits still differ.
            .sorted(Comparator.comparingDouble(i -> 0.0 - logits[i]))
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
