package io.garam.evaluation.comparison;

import io.garam.evaluation.NumberFormats;
import java.util.Locale;

/** A comparison in sentences for those who have to decide and know no statistics. */
final class Verdict {

  /** The customary level of significance: Fisher, "Statistical Methods for Research Workers". */
  private static final double SIGNIFICANT = 0.05;

  private static final double LEAST_P_WRITTEN = 0.001;
  private static final int MOST_DIGITS = 4;

  private final Comparison comparison;
  private final String first;
  private final String second;

  Verdict(Comparison comparison, String first, String second) {
    this.comparison = comparison;
    this.first = first;
    this.second = second;
  }

  String text() {
    if (comparison.count() == 0) {
      return "There are no utterances to compare " + first + " and " + second + " on.";
    }
    if (comparison.agreed() == comparison.count()) {
      return identical();
    }
    return comparison.scored() == 0 ? labelsThatChange() + goldNeeded() : scored();
  }

  private String identical() {
    String same =
        first + " and " + second + " give the same label to " + all(comparison.count()) + ".";
    return comparison.scored() == 0
        ? same
        : same
            + String.format(
                Locale.ROOT,
                " Both are right on %s of %s.",
                NumberFormats.percent(comparison.firstAccuracy(), 1),
                labelled(comparison.scored()));
  }

  private String labelsThatChange() {
    int changed = comparison.count() - comparison.agreed();
    return String.format(
        Locale.ROOT,
        "%s gives %,d of %s another label than %s does (%s).",
        second,
        changed,
        utterances(comparison.count()),
        first,
        NumberFormats.percent((double) changed / comparison.count(), 1));
  }

  private static String goldNeeded() {
    return " Which of the two is better cannot be told without labels that people gave.";
  }

  private String scored() {
    McNemar discordant = comparison.discordant();
    String sentences =
        discordant.onlyFirst() == discordant.onlySecond()
            ? equal()
            : discordant.onlyFirst() > discordant.onlySecond()
                ? leading(first, comparison.firstAccuracy(), second, comparison.secondAccuracy())
                : leading(second, comparison.secondAccuracy(), first, comparison.firstAccuracy());
    return comparison.scored() < comparison.count()
        ? sentences + " " + labelsThatChange()
        : sentences;
  }

  private String equal() {
    int each = comparison.discordant().onlyFirst();
    return String.format(
            Locale.ROOT,
            "No difference between %s and %s can be told: both are right on %s of %s.",
            first,
            second,
            NumberFormats.percent(comparison.firstAccuracy(), 1),
            labelled(comparison.scored()))
        + (each == 0
            ? " Wherever one is right, so is the other."
            : String.format(Locale.ROOT, " Each is right on %,d where the other is wrong.", each));
  }

  private String leading(String leader, double most, String other, double least) {
    McNemar discordant = comparison.discordant();
    boolean significant = discordant.p() < SIGNIFICANT;
    int digits = 1;
    while (digits < MOST_DIGITS
        && NumberFormats.percent(most, digits).equals(NumberFormats.percent(least, digits))) {
      digits++;
    }
    return String.format(
        Locale.ROOT,
        "%s: %s is right on %s against %s of %s. It is right on %,d where %s is wrong, and wrong on"
            + " %,d where %s is right; if both were equally good, chance alone would give a"
            + " difference like this in %s of such comparisons%s.",
        significant ? leader + " is better" : "No difference can be told from chance",
        significant ? "it" : leader,
        NumberFormats.percent(most, digits),
        NumberFormats.percent(least, digits),
        labelled(comparison.scored()),
        Math.max(discordant.onlyFirst(), discordant.onlySecond()),
        other,
        Math.min(discordant.onlyFirst(), discordant.onlySecond()),
        other,
        discordant.p() < LEAST_P_WRITTEN
            ? "less than " + NumberFormats.percent(LEAST_P_WRITTEN, 1)
            : NumberFormats.percent(discordant.p(), 1),
        significant ? "" : ", which is too often to prefer one of them");
  }

  private static String all(int count) {
    return count == 1 ? "the one utterance" : "all " + utterances(count);
  }

  private static String utterances(int count) {
    return String.format(Locale.ROOT, count == 1 ? "%,d utterance" : "%,d utterances", count);
  }

  private static String labelled(int count) {
    return String.format(
        Locale.ROOT, count == 1 ? "%,d labelled utterance" : "%,d labelled utterances", count);
  }
}
