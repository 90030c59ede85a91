package io.garam.nlu.text;

import java.text.BreakIterator;
import java.util.Locale;

/**
 * Lower-cases as {@link String#toLowerCase(Locale)} does by the rules of no particular language, in
 * time linear in the text. Java's own takes quadratic time where a text has many capital sigmas,
 * since it looks for the bounds of the word anew for each of them, or many dotted capital I, since
 * it copies the whole text for each.
 */
final class LowerCase {

  private static final char SIGMA = 'Σ';
  private static final String DOTTED_I = "İ";

  private LowerCase() {}

  static String of(String text) {
    if (!mayHaveCapitals(text)) {
      return text;
    }
    String single = text.contains(DOTTED_I) ? text.replace(DOTTED_I, "i\u0307") : text;
    return (single.indexOf(SIGMA) < 0 ? single : withoutSigma(single)).toLowerCase(Locale.ROOT);
  }

  /** Says whether a text has anything but what is plainly no capital: most of ASCII, and Hangul. */
  private static boolean mayHaveCapitals(String text) {
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      boolean plain =
          character < 'A' || (character > 'Z' && character < 0x80) || Hangul.isSyllable(character);
      if (!plain) {
        return true;
      }
    }
    return false;
  }

  /** A sigma is final where a cased letter of its word stands before it and none after it. */
  private static String withoutSigma(String text) {
    StringBuilder lower = new StringBuilder(text);
    BreakIterator words = BreakIterator.getWordInstance(Locale.ROOT);
    words.setText(text);
    int start = words.first();
    for (int end = words.next(); end != BreakIterator.DONE; end = words.next()) {
      int lastCased = -1;
      int before = -1;
      for (int i = start; i < end; ) {
        int codePoint = text.codePointAt(i);
        if (isCased(codePoint)) {
          before = lastCased;
          lastCased = i;
        }
        if (codePoint == SIGMA) {
          lower.setCharAt(i, 'σ');
        }
        i += Character.charCount(codePoint);
      }
      if (before >= 0 && text.charAt(lastCased) == SIGMA) {
        lower.setCharAt(lastCased, 'ς');
      }
      start = end;
    }
    return lower.toString();
  }

  /** As Unicode has it; Java's own leaves out some letters such as ª, which no word has inside. */
  private static boolean isCased(int codePoint) {
    return Character.isLowerCase(codePoint)
        || Character.isUpperCase(codePoint)
        || Character.isTitleCase(codePoint);
  }
}
