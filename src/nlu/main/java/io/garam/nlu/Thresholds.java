package io.garam.nlu;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Thresholds of answers: the probability below which an answer is {@link Intent#UNKNOWN}, for all
 * labels and for single ones.
 *
 * @param general for labels without one of their own, 0 to 1; null for the model's
 * @param byLabel of single labels, 0 to 1
 * @since 0.1.0
 */
public record Thresholds(@Nullable Double general, Map<String, Double> byLabel) {

  /** Those of the model, whichever it is. */
  public static final Thresholds OF_MODEL = new Thresholds(null, Map.of());

  private static final String EXPECTED = "a threshold such as 0.6 or request=0.8, from 0 to 1";

  /**
   * A number, or a label and its number. Labels may have commas and equals signs, so what begins
   * with a number is one, and a label ends before the first number that nothing else follows.
   */
  private static final Pattern NEXT =
      Pattern.compile("\\s*(?:(\\S.*?)\\s*=)??\\s*([-+]?[0-9.][0-9.eE+-]*)\\s*(?:,|$)");

  /** What is meant as one number by who writes 0,6 for 0.6. */
  private static final Pattern COMMA = Pattern.compile("(?<![0-9.])[01],[0-9]+\\s*(?:,|$)");

  /**
   * @throws IllegalArgumentException if a threshold is not from 0 to 1
   */
  public Thresholds {
    byLabel = Collections.unmodifiableMap(new TreeMap<>(byLabel));
    List<Double> all = new ArrayList<>(byLabel.values());
    if (general != null) {
      all.add(general);
    }
    for (double one : all) {
      if (!(one >= 0 && one <= 1)) {
        throw new IllegalArgumentException("a threshold is from 0 to 1, but this is " + one);
      }
    }
  }

  /**
   * Reads thresholds as settings give them.
   *
   * @param text one for all labels, and labels with theirs, separated by commas, such as {@code
   *     0.6,request=0.8}; blank for the model's
   * @throws GaramException if it is none of that, or the same is given twice
   */
  public static Thresholds parse(String text) {
    Matcher comma = COMMA.matcher(text);
    if (comma.find()) {
      throw new GaramException(
          "Expected "
              + EXPECTED
              + ", but found \""
              + comma.group().strip()
              + "\"; write a number with a point, and the threshold of all labels first.");
    }
    Double general = null;
    Map<String, Double> byLabel = new TreeMap<>();
    Matcher next = NEXT.matcher(text);
    for (int at = 0; !text.substring(at).isBlank(); at = next.end()) {
      if (!next.region(at, text.length()).lookingAt()) {
        throw refused(text.substring(at).strip());
      }
      String label = next.group(1);
      double threshold = number(next.group(2), next.group().strip());
      Double before = label == null ? general : byLabel.put(label, threshold);
      if (before != null) {
        throw new GaramException(
            "Expected one threshold for "
                + (label == null ? "all labels" : "the label \"" + label + "\"")
                + ", but found "
                + before
                + " and "
                + threshold
                + "; leave one out.");
      }
      general = label == null ? Double.valueOf(threshold) : general;
    }
    return new Thresholds(general, byLabel);
  }

  private static double number(String number, String given) {
    try {
      double threshold = Double.parseDouble(number);
      if (threshold >= 0 && threshold <= 1) {
        return threshold;
      }
    } catch (NumberFormatException e) {
      throw refused(given);
    }
    throw refused(given);
  }

  private static GaramException refused(String found) {
    return new GaramException(
        "Expected " + EXPECTED + ", but found \"" + found + "\"; correct it, or leave it out.");
  }

  /** Returns the threshold of a label where the model has one of its own. */
  public double of(String label, double ofModel) {
    Double own = byLabel.get(label);
    return own != null ? own : general != null ? general : ofModel;
  }

  /** Returns these thresholds with the model's where they have none for all labels. */
  public Thresholds over(double ofModel) {
    return general != null ? this : new Thresholds(ofModel, byLabel);
  }

  /** Says whether an answer can be below one of these. */
  public boolean mayAbstain() {
    return (general != null && general > 0)
        || byLabel.values().stream().anyMatch(threshold -> threshold > 0);
  }

  /** Returns these thresholds as {@link #parse} reads them. */
  @Override
  public String toString() {
    List<String> all = new ArrayList<>();
    if (general != null) {
      all.add(general.toString());
    }
    byLabel.forEach((label, threshold) -> all.add(label + "=" + threshold));
    return String.join(", ", all);
  }
}
