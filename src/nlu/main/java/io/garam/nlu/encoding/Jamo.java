package io.garam.nlu.encoding;

import java.util.stream.IntStream;

/**
 * Jamo: the letters that a Hangul syllable is made of, by the Unicode Standard, section 3.12:
 * leading consonant, vowel and perhaps a final consonant.
 */
final class Jamo {

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

  /** Returns the letters of a syllable, and any other code point as it is. */
  static IntStream decompose(int codePoint) {
    if (!isSyllable(codePoint)) {
      return IntStream.of(codePoint);
    }
    int index = codePoint - FIRST_SYLLABLE;
    int leading = FIRST_LEADING + index / SYLLABLES_OF_LEADING;
    int vowel = FIRST_VOWEL + index % SYLLABLES_OF_LEADING / ENDS;
    return index % ENDS == 0
        ? IntStream.of(leading, vowel)
        : IntStream.of(leading, vowel, BEFORE_FINALS + index % ENDS);
  }
}
