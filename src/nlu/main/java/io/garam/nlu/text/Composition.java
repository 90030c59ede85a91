package io.garam.nlu.text;

/** Composition of characters: which code points may be composed with the one before them. */
final class Composition {

  private Composition() {}

  /**
   * Says whether a code point is a combining mark. All whose canonical combining class is not 0 are
   * marks (Unicode's stability).
   */
  static boolean isMark(int codePoint) {
    int type = Character.getType(codePoint);
    return type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || type == Character.ENCLOSING_MARK;
  }

  /**
   * Says whether a code point is a conjoining vowel or final of Hangul, the only ones that are
   * composed with the one before them and are no marks.
   */
  static boolean isConjoining(int codePoint) {
    return (codePoint >= 0x1160 && codePoint <= 0x11FF)
        || (codePoint >= 0xD7B0 && codePoint <= 0xD7FF);
  }
}
