package io.garam.app.models;

import io.garam.nlu.GaramException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Condition that a canary must meet, such as {@code unknown<=0.2}.
 *
 * @param bound a share of 1, or milliseconds
 */
record Condition(Measure measure, double bound) {

  private static final Pattern FORM =
      Pattern.compile("\\s*([A-Za-z]+)\\s*(>=|<=)\\s*([0-9]+(?:\\.[0-9]+)?)\\s*(%|ms|s)?\\s*");

  private static final int DIGITS_OF_MILLIS = 3;
  private static final int DIGITS_OF_PERCENT = 2;

  /** What can be required. */
  enum Measure {
    AGREEMENT("agreement", ">="),
    UNKNOWN("unknown", "<="),
    DEAD_LETTERS("deadLetters", "<="),
    LATENCY("latency", "<=");

    private final String word;
    private final String relation;

    Measure(String word, String relation) {
      this.word = word;
      this.relation = relation;
    }

    private OptionalDouble value(CanaryFigures figures) {
      return switch (this) {
        case AGREEMENT -> figures.agreement();
        case UNKNOWN -> figures.unknownShare();
        case DEAD_LETTERS -> figures.deadLetterShare();
        case LATENCY -> figures.latency();
      };
    }

    /** Returns how a value is written. */
    String text(double number) {
      return this == LATENCY
          ? Math.round(number) + " ms"
          : String.format(Locale.ROOT, "%.4f", number);
    }
  }

  /**
   * Reads conditions.
   *
   * @param text separated by commas
   * @throws GaramException if one is not understood
   */
  static List<Condition> parse(String text) {
    List<Condition> conditions = new ArrayList<>();
    for (String one : text.split(",", -1)) {
      Matcher form = FORM.matcher(one);
      Measure measure =
          form.matches()
              ? Arrays.stream(Measure.values())
                  .filter(each -> each.word.equals(form.group(1)))
                  .filter(each -> each.relation.equals(form.group(2)))
                  .findFirst()
                  .orElse(null)
              : null;
      if (measure == null) {
        throw wrong(one);
      }
      conditions.add(new Condition(measure, bound(measure, form.group(3), form.group(4), one)));
    }
    return conditions;
  }

  private static double bound(Measure measure, String number, @Nullable String unit, String one) {
    boolean isTime = "ms".equals(unit) || "s".equals(unit);
    BigDecimal value = new BigDecimal(number);
    double bound =
        switch (String.valueOf(unit)) {
          case "s" -> value.movePointRight(DIGITS_OF_MILLIS).doubleValue();
          case "%" -> value.movePointLeft(DIGITS_OF_PERCENT).doubleValue();
          default -> value.doubleValue();
        };
    if (isTime != (measure == Measure.LATENCY) || (!isTime && bound > 1)) {
      throw wrong(one);
    }
    return bound;
  }

  private static GaramException wrong(String found) {
    return new GaramException(
        "--require expects conditions such as agreement>=0.95, unknown<=20%, deadLetters<=0.01 or"
            + " latency<=200ms, separated by commas, but found '"
            + found.strip()
            + "'.");
  }

  /** Says whether it is met; where nothing can be said yet, it is not. */
  boolean isMet(CanaryFigures figures) {
    OptionalDouble value = measure.value(figures);
    if (value.isEmpty()) {
      return false;
    }
    return measure == Measure.AGREEMENT
        ? value.getAsDouble() >= bound
        : value.getAsDouble() <= bound;
  }

  /**
   * Says what was found and what was required, such as {@code unknown 0.3100, required <=0.2000}.
   */
  String finding(CanaryFigures figures) {
    OptionalDouble value = measure.value(figures);
    return measure.word
        + " "
        + (value.isEmpty() ? "not known" : measure.text(value.getAsDouble()))
        + ", required "
        + measure.relation
        + measure.text(bound);
  }

  /** Says what of all is not met, nothing where all are. */
  static String unmet(List<Condition> conditions, CanaryFigures figures) {
    return conditions.stream()
        .filter(one -> !one.isMet(figures))
        .map(one -> one.finding(figures))
        .collect(Collectors.joining("; "));
  }

  /** Says whether enough was seen to judge by all of them. */
  static boolean canJudge(List<Condition> conditions, CanaryFigures figures, long atLeast) {
    return figures.tagged() + figures.deadLetters() >= atLeast
        && (conditions.stream().noneMatch(one -> one.measure == Measure.AGREEMENT)
            || figures.compared() >= atLeast);
  }
}
