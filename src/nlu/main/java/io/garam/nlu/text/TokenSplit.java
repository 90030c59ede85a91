package io.garam.nlu.text;

import java.util.ArrayList;
import java.util.List;

/** Split of text in normal form into tokens, at separators and at marks, which are tokens too. */
final class TokenSplit {

  private TokenSplit() {}

  /**
   * Returns the tokens of a text.
   *
   * @param marks characters that are tokens of their own
   * @param most how many tokens are kept, from the start
   */
  static List<String> of(String normal, String marks, int most) {
    List<String> tokens = new ArrayList<>();
    int start = 0;
    for (int i = 0; i <= normal.length() && tokens.size() < most; i++) {
      if (i < normal.length() && isPlainLetter(normal.charAt(i))) {
        continue;
      }
      boolean end = i == normal.length();
      boolean mark = !end && marks.indexOf(normal.charAt(i)) >= 0;
      if (end || mark || NormalForm.isSeparator(normal.charAt(i))) {
        if (start < i) {
          tokens.add(normal.substring(start, i));
        }
        if (mark && tokens.size() < most) {
          tokens.add(normal.substring(i, i + 1));
        }
        start = i + 1;
      }
    }
    return tokens;
  }

  /** Spares most letters, which are neither separators nor marks, the look for either. */
  private static boolean isPlainLetter(char character) {
    return (character >= 'a' && character <= 'z') || Hangul.isSyllable(character);
  }
}
