package io.garam.nlu.decision;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.garam.nlu.Intent;
import io.garam.nlu.Intent.Alternative;
import io.garam.nlu.Intent.ModelReference;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Decision rule with calibration: turns logits into an intent. The probabilities are {@code
 * softmax(-d^exponent / temperature)}, where d is how far a logit is below the greatest: with an
 * exponent of 1 the temperature scaling of Guo et al. 2017, "On Calibration of Modern Neural
 * Networks", else one of the order-preserving maps of Rahimi et al. 2020, "Intra order-preserving
 * functions for calibration of multi-class neural networks". The most probable label is always that
 * of the greatest logit. Both numbers were fitted after training, so that confidence matches
 * accuracy.
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
  private static final Set<String> FIELDS = Set.of("labels", "temperature", EXPONENT, "threshold");

  public Decision {
    labels = List.copyOf(labels);
    if (!(temperature > 0)) {
      throw new IllegalArgumentException("the temperature must be positive, but is " + temperature);
    }
    if (!(exponent > 0)) {
      throw new IllegalArgumentException("the exponent must be positive, but is " + exponent);
    }
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
    json.fieldNames()
        .forEachRemaining(
            field -> {
              if (!FIELDS.contains(field)) {
                throw new IllegalArgumentException("the unknown field \"" + field + "\"");
              }
            });
    return new Decision(
        names(json.path("labels")),
        number("temperature", json.path("temperature")),
        json.has(EXPONENT) ? number(EXPONENT, json.path(EXPONENT)) : 1,
        number("threshold", json.path("threshold")));
  }

  private static double number(String field, JsonNode value) {
    try {
      // Null, missing, true and lists have no text that is a number.
      return Double.parseDouble(value.asText());
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("no number at decision." + field, e);
    }
  }

  private static List<String> names(JsonNode labels) {
    List<String> names = new ArrayList<>();
    for (JsonNode label : labels) {
      names.add(label.textValue());
    }
    if (!labels.isArray() || names.contains(null)) {
      throw new IllegalArgumentException("no list of names at decision.labels");
    }
    return names;
  }

  /** Keeps the digest of models without an exponent what it was. */
  @JsonProperty(EXPONENT)
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Nullable Double writtenExponent() {
    return exponent == 1 ? null : exponent;
  }

  /** Returns the calibrated probability of each label. */
  public float[] probabilities(float[] logits) {
    double max = Double.NEGATIVE_INFINITY;
    for (float logit : logits) {
      max = Math.max(max, logit);
    }
    double[] exponentials = new double[logits.length];
    double sum = 0;
    for (int i = 0; i < logits.length; i++) {
      double below = exponent == 1 ? max - logits[i] : Math.pow(max - logits[i], exponent);
      exponentials[i] = Math.exp(-below / temperature);
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
