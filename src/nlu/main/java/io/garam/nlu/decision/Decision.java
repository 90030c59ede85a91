package io.garam.nlu.decision;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.garam.nlu.GaramException;
import io.garam.nlu.Intent;
import io.garam.nlu.Intent.Alternative;
import io.garam.nlu.Intent.ModelReference;
import io.garam.nlu.Thresholds;
import io.garam.nlu.decision.Calibration.Softmax;
import io.garam.nlu.text.Nearest;
import io.garam.nlu.text.Printable;
import java.util.List;
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
  private static final int LONGEST_QUOTE = 500;
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

  /** Returns the index that is left as {@link #mostProbable} without the most probable one. */
  public static int secondMostProbable(float[] scores) {
    return GreatestLogits.of(scores, 2)[1];
  }

  /**
   * Returns the log-odds ln(p / (1 − p)) of a label's calibrated probability p, also where p is so
   * near to 0 or 1 that it would round to that.
   */
  public double logOdds(float[] logits, int label) {
    return new Calibration(temperature, exponent).logOdds(logits, label);
  }

  /**
   * Returns the thresholds that are in effect where others are given.
   *
   * @throws GaramException if they are of a label that there is not
   */
  public Thresholds inEffect(Thresholds given) {
    for (String label : given.byLabel().keySet()) {
      if (!labels.contains(label)) {
        throw new GaramException(
            "Expected a threshold for a label of the model, but it has no label \""
                + label
                + "\"; "
                + Nearest.to(label, labels)
                    .map(meant -> "did you mean \"" + meant + "\"?")
                    .orElseGet(this::labelsInASentence));
      }
    }
    return given.over(threshold);
  }

  private String labelsInASentence() {
    return "its labels are " + Printable.shortened(String.join(", ", labels), LONGEST_QUOTE) + ".";
  }

  /** Says whether a label of this probability is the answer, which is else unknown. */
  public boolean isKnown(String label, float probability, Thresholds thresholds) {
    return probability >= thresholds.of(label, threshold);
  }

  /** Decides for the most probable label, or for unknown. */
  public Intent decide(float[] logits, Thresholds thresholds, ModelReference model) {
    Softmax softmax = new Calibration(temperature, exponent).softmax(logits);
    // By logits: probabilities round to the same, or to 0, where logits still differ.
    int[] greatest = GreatestLogits.of(logits, ALTERNATIVES + 1);
    Alternative[] alternatives = new Alternative[greatest.length];
    for (int i = 0; i < greatest.length; i++) {
      int label = greatest[i];
      alternatives[i] = new Alternative(labels.get(label), softmax.probability(logits[label]));
    }
    List<Alternative> ranked = List.of(alternatives);
    Alternative best = ranked.get(0);
    boolean known = isKnown(best.label(), best.confidence(), thresholds);
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
