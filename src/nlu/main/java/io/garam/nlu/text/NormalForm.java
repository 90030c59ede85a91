package io.garam.nlu.text;

import java.text.Normalizer;

/**
 * Normalization of text (Unicode NFC): the form that all tokenizers start from, so that they agree
 * on what is the same and on where words end.
 */
public final class NormalForm {

  /**
   * Characters read for each token that is kept: far above the average in any language, and more
   * than {@link io.garam.nlu.encoding.Subwords} look at in one token.
   */
  private static final int CHARACTERS_OF_TOKEN = 256;

  private static final char FIRST_MARK = 0x300;

  private NormalForm() {}

  /** Says whether a text holds nothing but separators and what is invisible. */
  public static boolean isBlank(String text) {
    // Composing and lower-casing make neither of anything else, nor anything else of these.
    for (int i = 0; i < text.length(); ) {
      int codePoint = text.codePointAt(i);
      if (!isSeparator(codePoint) && !Invisible.is(codePoint)) {
        return false;
      }
      i += Character.charCount(codePoint);
    }
    return true;
  }

  /**
   * Returns the beginning of a text in Unicode's composed form (NFC), lower-cased where asked, and
   * of a blank text nothing. The time it takes is linear in the text.
   *
   * @param most characters that a tokenizer may read, see {@link Truncation}
   */
  static String of(String text, boolean lowerCase, long most) {
    if (text.length() <= most && isComposed(text)) {
      return isBlank(text) ? "" : lowerCase ? LowerCase.of(text) : text;
    }
    if (isBlank(text)) {
      return "";
    }
    String normal = Normalizer.normalize(Truncation.of(text, most), Normalizer.Form.NFC);
    return lowerCase ? LowerCase.of(normal) : normal;
  }

  /**
   * Says whether a text has nothing but characters that no other composes with, so that it is in
   * NFC as it stands: those before the first mark, Han, Kana and syllables of Hangul.
   */
  private static boolean isComposed(String text) {
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      if (character >= FIRST_MARK
          && !Hangul.isSyllable(character)
          && !(character >= '一' && character <= '鿿')
          && !(character >= 'ぁ' && character <= 'ゖ')
          && !(character >= 'ァ' && character <= 'ヺ')) {
        return false;
      }
    }
    return true;
  }

  /**
   * Returns the beginning of a text in Unicode's composed form that a tokenizer of so many tokens
   * may read, lower-cased where asked; of a blank text nothing.
   */
  public static String ofTokens(String text, boolean lowerCase, int maxTokens) {
    return of(text, lowerCase, (long) maxTokens * CHARACTERS_OF_TOKEN);
  }

  /** White space of any kind, and control characters: so no token ever holds a line break. */
  static boolean isSeparator(int character) {
    if ((character > ' ' && character < 0x7f) || Hangul.isSyllable(character)) {
      return false;
    }
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
