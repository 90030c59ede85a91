package io.garam.nlu.text;

/**
 * Syllables and their letters, by the Unicode Standard, section 3.12: a syllable block is composed
 * of a leading consonant, a vowel and perhaps a final consonant. Letters on their own are Unicode's
 * compatibility jamo here, as keyboards type them and corpora write them.
 */
final class Hangul {

  private static final char FIRST_SYLLABLE = '가';
  private static final char LAST_SYLLABLE = '힣';
  private static final char FIRST_VOWEL = 'ㅏ';
  private static final char LAST_VOWEL = 'ㅣ';
  private static final char FIRST_CONJOINING_LEADING = '\u1100';
  private static final char FIRST_CONJOINING_VOWEL = '\u1161';
  private static final char FIRST_CONJOINING_FINAL = '\u11A8';
  private static final int VOWELS = 21;
  private static final int SILENT_LEADING = 11;

  /** In the order of conjoining leading consonants. */
  private static final String LEADINGS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";

  /** In the order of conjoining finals, the first of which closes a syllable's code by 1. */
  private static final String FINALS = "ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ";

  private static final int ENDS = 1 + FINALS.length();

  private Hangul() {}

  static boolean isSyllable(int character) {
    return character >= FIRST_SYLLABLE && character <= LAST_SYLLABLE;
  }

  static boolean isOpenSyllable(char character) {
    return isSyllable(character) && (character - FIRST_SYLLABLE) % ENDS == 0;
  }

  static boolean isLetter(char character) {
    return character >= 'ㄱ' && character <= LAST_VOWEL;
  }

  /** Returns an open syllable with a final consonant. */
  static char close(char openSyllable, char consonant) {
    return (char) (openSyllable + 1 + FINALS.indexOf(consonant));
  }

  /** Returns a text with every letter on its own in the form that keyboards type. */
  static String withTypedLetters(String text) {
    StringBuilder typed = new StringBuilder(text);
    for (int i = 0; i < typed.length(); i++) {
      typed.setCharAt(i, typed(typed.charAt(i)));
    }
    return typed.toString();
  }

  private static char typed(char character) {
    int leading = character - FIRST_CONJOINING_LEADING;
    int vowel = character - FIRST_CONJOINING_VOWEL;
    int ending = character - FIRST_CONJOINING_FINAL;
    if (leading >= 0 && leading < LEADINGS.length()) {
      return LEADINGS.charAt(leading);
    }
    if (vowel >= 0 && vowel < VOWELS) {
      return (char) (FIRST_VOWEL + vowel);
    }
    return ending >= 0 && ending < FINALS.length() ? FINALS.charAt(ending) : character;
  }

  /** Returns a text that begins with a vowel on its own, such as ㅓ or ㅏㅆ, as 어 or 았. */
  static String withWrittenVowel(String text) {
    if (text.isEmpty() || text.charAt(0) < FIRST_VOWEL || text.charAt(0) > LAST_VOWEL) {
      return text;
    }
    int vowel = text.charAt(0) - FIRST_VOWEL;
    char open = (char) (FIRST_SYLLABLE + (SILENT_LEADING * VOWELS + vowel) * ENDS);
    boolean closed = text.length() > 1 && FINALS.indexOf(text.charAt(1)) >= 0;
    return closed ? close(open, text.charAt(1)) + text.substring(2) : open + text.substring(1);
  }
}
