package io.garam.nlu.text;

import java.util.List;

/** Texts that cost code with a hidden square in it minutes, each of one kind of character. */
final class HostileTexts {

  static final List<Kind> KINDS =
      List.of(
          new Kind("marks of two classes", "\u0301\u0316"),
          new Kind("marks after a letter", "a" + "\u0301\u0316".repeat(40)),
          new Kind("marks that only compose backwards", "\u0b3e\u0bd7\u0dcf\u0ddf"),
          new Kind("grapheme joiners", "\u034f"),
          new Kind("one word", "a"),
          new Kind("one word of capitals", "A"),
          new Kind("capital sigmas", "Σ"),
          new Kind("capital sigmas in one word", "Σ."),
          new Kind("dotted capital I", "İ"),
          new Kind("sharp s", "ẞ"),
          new Kind("words of one letter", "a "),
          new Kind("marks of punctuation", "?!"),
          new Kind("apostrophes", "a'"),
          new Kind("digits", "1,"),
          new Kind("blanks before a letter", " "),
          new Kind("line breaks", "a\r\n"),
          new Kind("control characters", "\u0000\u001b"),
          new Kind("syllables", "가나다라"),
          new Kind("one syllable", "힣"),
          new Kind("syllables and blanks", "가 "),
          new Kind("letters of Hangul", "ㅋ"),
          new Kind("letters that end syllables", "가 ㄴ"),
          new Kind("leading jamo", "\u1100"),
          new Kind("vowel jamo", "\u1161"),
          new Kind("final jamo", "\u11a8"),
          new Kind("vowels and marks", "\u1161\u0301\u0316"),
          new Kind("leading jamo and vowels", "\u1100\u1161"),
          new Kind("syllables in three jamo", "\u1112\u1161\u11ab"),
          new Kind("old jamo", "\ud7b0\ud7cb"),
          new Kind("fillers", "\u115f\u1160\u3164"),
          new Kind("half-width letters of Hangul", "\uffa1\uffc2"),
          new Kind("full-width letters", "\uff21\uff0e"),
          new Kind("Chinese characters", "漢字"),
          new Kind("ideographs by compatibility", "\uf900"),
          new Kind("pairs of surrogates", "\ud83d\ude00"),
          new Kind("capitals beyond the basic plane", "\ud801\udc00"),
          new Kind("high surrogates", "\ud83d"),
          new Kind("low surrogates", "\ude00"),
          new Kind("surrogates the wrong way round", "\ude00\ud83d"),
          new Kind("emoji joined to one", "\ud83d\udc69\u200d"),
          new Kind("flags", "\ud83c\uddf0"),
          new Kind("skin tones", "\ud83d\udc4d\ud83c\udfff"),
          new Kind("zero-width spaces", "\u200b"),
          new Kind("right to left marks", "\u202e\u05d0"),
          new Kind("code points of no character", "\uffff\ufdd0"),
          new Kind("private use", "\ue000"));

  private HostileTexts() {}

  /**
   * A text that ends in a letter, so that it is not blank.
   *
   * @param name for the test's report
   * @param unit what it repeats
   */
  record Kind(String name, String unit) {

    String text(int length) {
      char[] text = new char[length];
      for (int i = 0; i < length; i++) {
        text[i] = unit.charAt(i % unit.length());
      }
      text[length - 1] = 'z';
      return new String(text);
    }

    @Override
    public String toString() {
      return name;
    }
  }
}
