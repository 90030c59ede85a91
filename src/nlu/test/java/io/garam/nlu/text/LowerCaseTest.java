package io.garam.nlu.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lower-casing beside Java's own, over all characters and all short words that hold a sigma. */
final class LowerCaseTest {

  /** A capital letter of two units: Java does not see it when it looks back from a sigma. */
  static final String DESERET = "\ud801\udc00";

  private static final String[] LETTERS = {
    "Σ", "ς", "a", "É", "İ", "ǅ", "가", "\u0301", "'", "1", ".", " ", "\u05d0", "\u200d", "ㅏ", "-"
  };

  @Test
  void everyCharacterIsLowerCasedAsJavaDoes() {
    assertThat(
            IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .mapToObj(Character::toString)
                .filter(text -> !LowerCase.of(text).equals(text.toLowerCase(Locale.ROOT))))
        .isEmpty();
  }

  @Test
  void everyShortWordWithASigmaIsLowerCasedAsJavaDoes() {
    assertThat(
            IntStream.range(0, LETTERS.length * LETTERS.length * LETTERS.length)
                .mapToObj(LowerCaseTest::lettersAround)
                .filter(text -> !LowerCase.of(text).equals(text.toLowerCase(Locale.ROOT))))
        .isEmpty();
  }

  private static String lettersAround(int number) {
    int n = LETTERS.length;
    return LETTERS[number % n] + LETTERS[number / n % n] + "Σ" + LETTERS[number / n / n];
  }

  @ParameterizedTest
  @CsvSource({
    "ΟΔΥΣΣΕΥΣ, οδυσσευς",
    "Σ, σ",
    "ΣΣ, σς",
    "ΑΣ ΑΣ, ας ας",
    "ΑΣΑ, ασα",
    "ΑΣ., ας.",
    "ΑΣ́, άς",
    "1Σ, 1σ",
    "aΣ, aς"
  })
  void aSigmaIsFinalAfterALetterOfItsWordAndBeforeNone(String text, String lower) {
    assertThat(LowerCase.of(text.replace("Σ́", "\u0301Σ")))
        .isEqualTo(lower.replace("ά", "α\u0301"));
  }

  /** By Unicode's Final_Sigma, a cased letter stands before; {@link String} reads half of it. */
  @Test
  void aLetterOfTwoUnitsCountsBeforeASigmaAsAnyOther() {
    assertThat(LowerCase.of("a" + DESERET + "Σ")).isEqualTo("a\ud801\udc28ς");
    assertThat(LowerCase.of(DESERET + "Σ" + DESERET)).isEqualTo("\ud801\udc28σ\ud801\udc28");
  }

  @Test
  void aTextWithoutCapitalsIsNotCopied() {
    String text = "이미 작은 글자 abc";
    assertThat(LowerCase.of(text)).isSameAs(text);
  }

  @Test
  void theDottedCapitalIsTwoCharactersAndTheDotlessSmallOneStays() {
    assertThat(LowerCase.of("İIıi")).isEqualTo("i\u0307iıi");
    assertThat(LowerCase.of("İΣ")).isEqualTo("i\u0307ς").isEqualTo("İΣ".toLowerCase(Locale.ROOT));
  }

  @Test
  void halfCharactersStayHalf() {
    assertThat(LowerCase.of("A\ud801Σ\udc00B")).isEqualTo("a\ud801σ\udc00b");
  }
}
