package io.garam.nlu.encoding;

/**
 * Jamo: the letters that a Hangul syllable is made of, by the Unicode Standard, section 3.12:
 * leading consonant, vowel and perhaps a final consonant.
 */
final class Jamo {

  /** Letters of a syllable at most. */
  static final int MOST = 3;

  private static final int FIRST_SYLLABLE = 0xAC00;
  private static final int LAST_SYLLABLE = 0xD7A3;
  private static final int FIRST_LEADING = 0x1100;
  private static final int FIRST_VOWEL = 0x1161;
  private static final int BEFORE_FINALS = 0x11A7;
  private static final int ENDS = 28;
  private static final int SYLLABLES_OF_LEADING = 21 * ENDS;

  private Jamo() {}

  static boolean isSyllable(int codePoint) {
    return codePoint >= FIRST_SYLLABLE && codePoint <= LAST_SYLLABLE;
  }

  /**
   * Puts the letters of a syllable, or any other code point as it is.
   *
   * @param at where the first goes
   * @return where the next goes
   */
  static int decompose(int codePoint, int[] letters, int at) {
    if (!isSyllable(codePoint)) {
      letters[at] = codePoint;
      return at + 1;
    }
    int index = codePoint - FIRST_SYLLABLE;
    letters[at] = FIRST_LEADING + index / SYLLABLES_OF_LEADING;
    letters[at + 1] = FIRST_VOWEL + index % SYLLABLES_OF_LEADING / ENDS;
    if (index % ENDS == 0) {
      return at + 2;
    }
    letters[at + 2] = BEFORE_FINALS + index % ENDS;
    return at + MOST;
  }
}
