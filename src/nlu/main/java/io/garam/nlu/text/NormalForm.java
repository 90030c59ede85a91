package io.garam.nlu.text;

import java.text.Normalizer;
import java.util.Locale;

/**
 * The form of a text that all tokenizers start from, so that they agree on what is the same and on
 * where words end.
 */
final class NormalForm {

  private NormalForm() {}

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
}
