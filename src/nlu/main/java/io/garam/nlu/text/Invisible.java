package io.garam.nlu.text;

/**
 * Code points that show nothing: those with the property Default_Ignorable_Code_Point, as listed in
 * DerivedCoreProperties.txt of the Unicode Character Database, version 15.1. Java knows no such
 * property; the list is stable, since later versions assign within its blocks.
 */
final class Invisible {

  /** First and last of each range, in order. */
  private static final int[] RANGES = {
    0x00AD, 0x00AD, // soft hyphen
    0x034F, 0x034F, // combining grapheme joiner
    0x061C, 0x061C, // Arabic letter mark
    0x115F, 0x1160, // fillers of Hangul's conjoining letters
    0x17B4, 0x17B5, // inherent vowels of Khmer
    0x180B, 0x180F, // Mongolian variation selectors and vowel separator
    0x200B, 0x200F, // zero-width space, joiners, directional marks
    0x202A, 0x202E, // directional embeddings
    0x2060, 0x206F, // word joiner, invisible operators, directional isolates
    0x3164, 0x3164, // filler of Hangul's letters
    0xFE00, 0xFE0F, // variation selectors
    0xFEFF, 0xFEFF, // byte order mark
    0xFFA0, 0xFFA0, // filler of half-width Hangul
    0xFFF0, 0xFFF8, // kept for format characters
    0x1BCA0, 0x1BCA3, // controls of shorthand
    0x1D173, 0x1D17A, // controls of musical notation
    0xE0000, 0xE0FFF, // tags, further variation selectors
  };

  private Invisible() {}

  static boolean is(int codePoint) {
    for (int i = 0; i < RANGES.length && codePoint >= RANGES[i]; i += 2) {
      if (codePoint <= RANGES[i + 1]) {
        return true;
      }
    }
    return false;
  }
}
