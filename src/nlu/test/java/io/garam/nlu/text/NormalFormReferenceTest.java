package io.garam.nlu.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The normal form beside Unicode's, and what makes its shortcuts right. */
final class NormalFormReferenceTest {

  @Test
  void noCharacterTurnsIntoASeparatorOrOutOfOneByComposingAndLowerCasing() {
    assertThat(
            IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .filter(c -> shows(c) != normal(c).codePoints().anyMatch(this::shows)))
        .isEmpty();
  }

  private boolean shows(int codePoint) {
    return !NormalForm.isSeparator(codePoint) && !Invisible.is(codePoint);
  }

  private static String normal(int codePoint) {
    return Normalizer.normalize(Character.toString(codePoint), Normalizer.Form.NFC)
        .toLowerCase(Locale.ROOT);
  }

  @Test
  void noSeparatorIsMadeOfTwoUnitsSoUnitsMayBeLookedAtAlone() {
    assertThat(
            IntStream.rangeClosed(Character.MIN_SUPPLEMENTARY_CODE_POINT, Character.MAX_CODE_POINT)
                .filter(NormalForm::isSeparator))
        .isEmpty();
    assertThat(NormalForm.isSeparator(Character.MIN_SURROGATE)).isFalse();
    assertThat(NormalForm.isSeparator(Character.MAX_SURROGATE)).isFalse();
  }

  @Test
  void separatorsAreUnicodesSpacesAndControlsAndNothingElse() {
    assertThat(IntStream.rangeClosed(0, Character.MAX_CODE_POINT).filter(NormalForm::isSeparator))
        .hasSize(65 + 17 + 2)
        .allMatch(
            c ->
                c < 0x21
                    || (c >= 0x7f && c <= 0xa0)
                    || "\u1680\u2028\u2029\u202f\u205f\u3000".indexOf(c) >= 0
                    || (c >= 0x2000 && c <= 0x200a));
  }

  @Test
  void everyCharacterHasTheFormThatUnicodeGivesIt() {
    assertThat(
            IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .filter(this::shows)
                .filter(c -> !NormalForm.of(Character.toString(c), true, 9).equals(normal(c))))
        .isEmpty();
  }

  @Test
  void composingTwiceIsComposingOnce() {
    Random random = new Random(41);
    for (int i = 0; i < MixedTexts.MANY; i++) {
      String once = NormalForm.of(MixedTexts.next(random), false, 1_000);
      assertThat(NormalForm.of(once, false, 1_000)).isEqualTo(once);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "e\u0301, é",
    "\u1100\u1161\u11a8, 각",
    "각\u11a8, 각\u11a8",
    "가\u11a7, 가\u11a7",
    "\u212b, å",
    "\u2126, ω",
    "ﬁ, ﬁ",
    "ＡＢ, ａｂ",
    "ㅎㅎ, ㅎㅎ",
    "\u0958, \u0915\u093c",
    "q\u0307\u0323, q\u0323\u0307"
  })
  void formsAreComposedButNotMadeAlike(String text, String normal) {
    assertThat(NormalForm.of(text, true, 9)).isEqualTo(normal);
  }

  @Test
  void aLimitOfTokensReadsTwoHundredAndFiftySixCharactersOfEach() {
    String text = "a".repeat(2_000);
    assertThat(NormalForm.ofTokens(text, true, 1)).hasSize(256);
    assertThat(NormalForm.ofTokens(text, true, 3)).hasSize(768);
    assertThat(NormalForm.ofTokens(text, true, Integer.MAX_VALUE)).isEqualTo(text);
  }

  @Test
  void aNullTextIsNoBlankOne() {
    assertThatThrownBy(() -> NormalForm.isBlank(null)).isInstanceOf(NullPointerException.class);
  }
}
