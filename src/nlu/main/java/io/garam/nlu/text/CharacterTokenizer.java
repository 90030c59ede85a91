package io.garam.nlu.text;

import java.util.Arrays;

/**
 * Tokenizer by characters, for models that read letters or syllables beside the words. A character
 * is a code point of the same normal form as a word's; any run of white space between two words is
 * one {@link #SEPARATOR}, and there is none at the ends.
 *
 * @param lowerCase whether letters are lower-cased, by the rules of no particular language
 * @param maxCharacters how many characters of a long text are kept, from its start
 */
public record CharacterTokenizer(boolean lowerCase, int maxCharacters) {

  /** What stands between two words. */
  public static final int SEPARATOR = ' ';

  /** Characters read beyond those kept, since a sigma's lower case depends on what follows it. */
  private static final int LOOK_AHEAD = 256;

  public CharacterTokenizer {
    if (maxCharacters < 1) {
      throw new IllegalArgumentException(
          "maxCharacters must be at least 1, but is " + maxCharacters + "; use 256 if unsure");
    }
  }

  /** Returns the characters of a text in order; none for a blank text. */
  public int[] characters(String text) {
    String normal = NormalForm.of(text, lowerCase, (long) maxCharacters + LOOK_AHEAD);
    int[] characters = new int[Math.min(normal.length(), maxCharacters)];
    int count = 0;
    boolean separated = false;
    for (int i = 0; i < normal.length() && count < maxCharacters; ) {
      int character = normal.codePointAt(i);
      i += Character.charCount(character);
      if (NormalForm.isSeparator(character)) {
        separated = count > 0;
      } else {
        if (separated) {
          characters[count++] = SEPARATOR;
          separated = false;
        }
        if (count < maxCharacters) {
          characters[count++] = character;
        }
      }
    }
    return Arrays.copyOf(characters, count);
  }
}
