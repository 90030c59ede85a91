package io.garam.nlu.text;

/**
 * Writes Hangul without the spaces in it, so that the analyser sees the same whether a text comes
 * as people write it or split into morphemes: {@code 안녕 하 시 ㅂ니까 ?} and {@code 안녕하십니까?} both become
 * {@code 안녕하십니까} and a mark.
 *
 * <ul>
 *   <li>A final consonant that a corpus wrote at the start of a morpheme (ㄴ ㄹ ㅁ ㅂ ㅆ) goes back into
 *       the open syllable before it.
 *   <li>White space between two syllables goes.
 *   <li>White space comes between a syllable and letters on their own, such as ㅋㅋ.
 * </ul>
 */
final class RunningHangul {

  private static final String MOVABLE_FINALS = "ㄴㄹㅁㅂㅆ";
  private static final char SPACE = ' ';

  private RunningHangul() {}

  /** Returns a text in this writing, with single spaces for all other white space. */
  static String of(String normal) {
    String text = Hangul.withTypedLetters(normal);
    StringBuilder running = new StringBuilder(text.length());
    boolean separated = false;
    for (int i = 0; i < text.length(); i++) {
      char next = text.charAt(i);
      if (NormalForm.isSeparator(next)) {
        separated = true;
      } else if (running.isEmpty()) {
        running.append(next);
        separated = false;
      } else {
        int last = running.length() - 1;
        char before = running.charAt(last);
        if (separated && Hangul.isOpenSyllable(before) && isMovableFinal(text, i)) {
          running.setCharAt(last, Hangul.close(before, next));
        } else {
          if (isParted(before, next, separated)) {
            running.append(SPACE);
          }
          running.append(next);
        }
        separated = false;
      }
    }
    return running.toString();
  }

  /** A letter beside another is no ending: ㄴㄴ is short for "no, no". */
  private static boolean isMovableFinal(String text, int at) {
    return MOVABLE_FINALS.indexOf(text.charAt(at)) >= 0
        && (at + 1 == text.length() || !Hangul.isLetter(text.charAt(at + 1)));
  }

  private static boolean isParted(char before, char next, boolean separated) {
    boolean afterSyllable = Hangul.isSyllable(before);
    boolean beforeSyllable = Hangul.isSyllable(next);
    if (afterSyllable && beforeSyllable) {
      return false;
    }
    return separated
        || (afterSyllable && Hangul.isLetter(next))
        || (beforeSyllable && Hangul.isLetter(before));
  }
}
