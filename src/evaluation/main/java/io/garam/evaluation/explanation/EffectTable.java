package io.garam.evaluation.explanation;

import io.garam.nlu.explanation.Effect;
import io.garam.nlu.explanation.Explanation;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Effects of parts as a table, for a terminal and for a page. Those that would be shown as next to
 * nothing are counted in one line below it.
 */
public final class EffectTable {

  /** The least effect, in log-odds, that is shown by itself. */
  static final double LEAST = .01;

  private static final Pattern NOUGHT = Pattern.compile("[+-][0.]+");

  private final Explanation explanation;
  private final String part;
  private final List<Effect> effects;
  private final List<Effect> shown;

  private EffectTable(Explanation explanation, String part, List<Effect> effects) {
    this.explanation = explanation;
    this.part = part;
    this.effects = effects;
    this.shown = effects.stream().filter(effect -> !isSmall(effect)).toList();
  }

  /** Returns what the tokens do. */
  public static EffectTable ofTokens(Explanation explanation) {
    return new EffectTable(explanation, "token", explanation.tokens());
  }

  /** Returns what the characters do. */
  public static EffectTable ofCharacters(Explanation explanation) {
    return new EffectTable(explanation, "character", explanation.characters());
  }

  /** Returns what the earlier utterances of the dialogue do. */
  public static EffectTable ofEarlier(Explanation explanation) {
    return new EffectTable(explanation, "said before", explanation.earlier());
  }

  private boolean isSmall(Effect effect) {
    return explanation.intent().label().equals(effect.labelWithout())
        && isSmall(effect.onLabel())
        && isSmall(effect.onRunnerUp());
  }

  private static boolean isSmall(@Nullable Double change) {
    return change == null || Math.abs(change) < LEAST;
  }

  /** Returns the titles of the columns, the first two of text. */
  public List<String> header() {
    return List.of(part, "without it", explanation.label().label(), explanation.runnerUp().label());
  }

  /** Returns a row for each part that does something. */
  public List<List<String>> rows() {
    return shown.stream()
        .map(
            effect ->
                List.of(
                    PartNames.of(effect),
                    without(effect),
                    effect.onLabel() == null ? "" : signed(effect.onLabel(), 2),
                    effect.onRunnerUp() == null ? "" : signed(effect.onRunnerUp(), 2)))
        .toList();
  }

  /** Returns how many parts have no row, as a line; empty where all have one. */
  public String rest() {
    int small = effects.size() - shown.size();
    return small == 0 ? "" : small + " more, each of an effect below " + LEAST + " on both labels";
  }

  private String without(Effect effect) {
    String label = effect.labelWithout();
    return label == null
        ? "nothing is left"
        : label.equals(explanation.intent().label()) ? "" : label;
  }

  /** Writes an effect with its sign, which nought has none of; a dash where there is no effect. */
  static String signed(@Nullable Double change, int decimals) {
    if (change == null) {
      return "–";
    }
    String number = String.format(Locale.ROOT, "%+." + decimals + "f", change);
    return NOUGHT.matcher(number).matches() ? number.substring(1) : number;
  }
}
