package io.garam.nlu.text;

import java.text.Normalizer;
import java.util.Locale;

/**
 * The form of a text that all tokenizers start from, so that they agree on what is the same and on
 * where words end.
 */
public final class NormalForm {

  private NormalForm() {}

  /** Says whether a text holds nothing but separators, and so no token of any tokenizer. */
  public static boolean isBlank(String text) {
    // Composing and lower-casing make no separator of anything else, nor anything else of one.
    for (int i = 0; i < text.length(); i++) {
      if (!isSeparator(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** Returns a text in Unicode's composed form (NFC), lower-cased where asked. */
  static String of(String text, boolean lowerCase) {
    String normal = Normalizer.normalize(text, Normalizer.Form.NFC);
    return lowerCase ? normal.toLowerCase(Locale.ROOT) : normal;
  }

  /** White space of any kind, and control characters: so no token ever holds a line break. */
  static boolean isSeparator(int character) {
    return Character.isWhitespace(character)
        || Character.isSpaceChar(character)
        || Character.isISOControl(character);
  }

  /** Refuses a tokenizer's limit that keeps nothing. */
  static void requirePositive(int maxTokens) {
    if (maxTokens < 1) {
      throw new IllegalArgumentException(
          "maxTokens must be at least 1, but is " + maxTokens + "; use 128 if unsure");
    }
  }
}
