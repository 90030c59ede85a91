package io.garam.nlu.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Arithmetic of syllables beside java.text.Normalizer, for all 11,172 of them. */
final class HangulCompositionTest {

  private static final int FIRST_FINAL = 0x11a8;
  private static final int LAST_FINAL = 0x11c2;

  @Test
  void syllablesAreThoseThatUnicodeNamesSo() {
    assertThat(
            IntStream.rangeClosed(0, Character.MAX_VALUE)
                .filter(
                    c ->
                        Hangul.isSyllable((char) c)
                            != String.valueOf(Character.getName(c)).startsWith("HANGUL SYLLABLE")))
        .isEmpty();
  }

  @Test
  void anOpenSyllableIsOneOfTwoLetters() {
    assertThat(
            IntStream.rangeClosed('가', '힣')
                .filter(c -> Hangul.isOpenSyllable((char) c) != (decomposed(c).length() == 2)))
        .isEmpty();
    assertThat(Hangul.isOpenSyllable('ㅏ')).isFalse();
    assertThat(Hangul.isOpenSyllable((char) ('힣' + 1))).isFalse();
  }

  @Test
  void everyOpenSyllableIsClosedByEveryFinalAsUnicodeComposesThem() {
    for (int syllable = '가'; syllable <= '힣'; syllable += 28) {
      char open = (char) syllable;
      for (int last = FIRST_FINAL; last <= LAST_FINAL; last++) {
        char typed = Hangul.withTypedLetters(Character.toString(last)).charAt(0);
        assertThat(Hangul.close(open, typed))
            .isEqualTo(Normalizer.normalize("" + open + (char) last, Form.NFC).charAt(0));
      }
    }
  }

  @Test
  void everyVowelWithAndWithoutAFinalIsWrittenAsTheSyllableOfTheSilentConsonant() {
    for (int vowel = 0x1161; vowel <= 0x1175; vowel++) {
      String typed = Hangul.withTypedLetters(Character.toString(vowel));
      String open = Normalizer.normalize("\u110b" + (char) vowel, Form.NFC);
      assertThat(Hangul.withWrittenVowel(typed)).isEqualTo(open);
      assertThat(Hangul.withWrittenVowel(typed + "요")).isEqualTo(open + "요");
      for (int last = FIRST_FINAL; last <= LAST_FINAL; last++) {
        String closed = Normalizer.normalize("\u110b" + (char) vowel + (char) last, Form.NFC);
        assertThat(
                Hangul.withWrittenVowel(
                    typed + Hangul.withTypedLetters(Character.toString(last)) + "다"))
            .isEqualTo(closed + "다");
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"ㅏㄸ, 아ㄸ", "ㅏㅃ, 아ㅃ", "ㅏㅉ, 아ㅉ", "ㅏㅏ, 아ㅏ", "ㅓㅆㅆ, 었ㅆ", "ㄴㅏ, ㄴㅏ"})
  void aConsonantThatEndsNoSyllableStaysALetter(String letters, String written) {
    assertThat(Hangul.withWrittenVowel(letters)).isEqualTo(written);
  }

  @Test
  void lettersAreThoseOfTheModernAlphabet() {
    assertThat(IntStream.rangeClosed(0, Character.MAX_VALUE).filter(c -> Hangul.isLetter((char) c)))
        .hasSize(51)
        .allMatch(c -> Character.getName(c).startsWith("HANGUL LETTER "));
  }

  @Test
  void whatIsNoModernLetterIsTypedAsItIs() {
    String others = "가힣ㄱㅣ\u1113\u1160\u1176\u11a7\u11c3\uffa1a1?\ud83d\ude00\u3164";
    assertThat(Hangul.withTypedLetters(others)).isEqualTo(others);
    assertThat(Hangul.withTypedLetters("")).isEmpty();
  }

  private static String decomposed(int syllable) {
    return Normalizer.normalize(Character.toString(syllable), Form.NFD);
  }
}
