package io.garam.nlu.text;

/**
 * The beginning of a text that can matter to a tokenizer, taken before anything else is done with
 * the text: whatever its length, normalizing costs no more than the limit allows.
 *
 * <p>A character is a code point with what may be composed with it, the marks that follow and
 * conjoining vowels and finals of Hangul, and is taken whole. Of a run of marks the first {@link
 * #MOST_MARKS} are kept, since {@link java.text.Normalizer} takes time quadratic in such a run;
 * Unicode's Stream-Safe Text Format (UAX #15, section 13) has the same bound, "far beyond" what any
 * language needs.
 */
final class Truncation {

  private static final int MOST_MARKS = 30;

  private Truncation() {}

  /**
   * Returns the first characters of a text; the text itself where it is not too long.
   *
   * @param most how many characters, of which a run of separators counts as one
   */
  static String of(String text, long most) {
    StringBuilder kept = null;
    int copied = 0;
    long characters = 0;
    int joined = 0;
    boolean separated = false;
    int i = 0;
    while (i < text.length()) {
      int codePoint = text.codePointAt(i);
      int end = i + Character.charCount(codePoint);
      boolean mark = Composition.isMark(codePoint);
      if (mark && joined == MOST_MARKS) {
        kept = (kept == null ? new StringBuilder() : kept).append(text, copied, i);
        copied = end;
      } else if (mark || (joined < MOST_MARKS && Composition.isConjoining(codePoint))) {
        joined++;
        separated = false;
      } else {
        boolean separator = NormalForm.isSeparator(codePoint);
        if (!(separator && separated) && ++characters > most) {
          break;
        }
        joined = 0;
        separated = separator;
      }
      i = end;
    }
    return kept == null ? text.substring(0, i) : kept.append(text, copied, i).toString();
  }
}
