package io.garam.nlu.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What happens between each two kinds of characters, with and without a space. */
final class RunningHangulPairsTest {

  @ParameterizedTest
  @CsvSource({
    "가, 나, 가나, 가나",
    "각, 나, 각나, 각나",
    "가, ㄴ, 가 ㄴ, 간",
    "가, ㄹ, 가 ㄹ, 갈",
    "가, ㅁ, 가 ㅁ, 감",
    "가, ㅂ, 가 ㅂ, 갑",
    "가, ㅆ, 가 ㅆ, 갔",
    "가, ㄱ, 가 ㄱ, 가 ㄱ",
    "가, ㅋ, 가 ㅋ, 가 ㅋ",
    "가, ㅏ, 가 ㅏ, 가 ㅏ",
    "각, ㄴ, 각 ㄴ, 각 ㄴ",
    "ㄴ, 가, ㄴ 가, ㄴ 가",
    "ㅋ, ㅋ, ㅋㅋ, ㅋ ㅋ",
    "가, a, 가a, 가 a",
    "a, 가, a가, a 가",
    "가, 1, 가1, 가 1",
    "가, ?, 가?, 가 ?",
    "?, 가, ?가, ? 가",
    "a, ㄴ, aㄴ, a ㄴ",
    "a, b, ab, a b",
    "가, 漢, 가漢, 가 漢"
  })
  void eachTwoKindsAreJoinedOrParted(String one, String other, String close, String apart) {
    assertThat(RunningHangul.of(one + other)).isEqualTo(close);
    assertThat(RunningHangul.of(one + " " + other)).isEqualTo(apart);
    assertThat(RunningHangul.of("\n" + one + "\t\u3000\u0000" + other + " ")).isEqualTo(apart);
  }

  @ParameterizedTest
  @CsvSource({
    "가 ㄴㄴ, 가 ㄴㄴ",
    "가 ㄴㅏ, 가 ㄴㅏ",
    "가 ㄴ 나, 간나",
    "가 ㄴ ㄴ, 간 ㄴ",
    "가 ㄴ다, 간다",
    "가 ㄴ?, 간?",
    "가 ㅆ 습니다, 갔습니다",
    "이 ㅂ니다, 입니다"
  })
  void aFinalGoesBackAloneAndNotWithAnotherLetter(String split, String running) {
    assertThat(RunningHangul.of(split)).isEqualTo(running);
  }

  @Test
  void nothingIsMadeOfNothing() {
    assertThat(RunningHangul.of("")).isEmpty();
    assertThat(RunningHangul.of(" \n\t")).isEmpty();
  }

  @Test
  void spacesAreSingleAndStandBetweenTwoCharacters() {
    Random random = new Random(81);
    for (int i = 0; i < MixedTexts.MANY; i++) {
      String running = RunningHangul.of(MixedTexts.next(random));
      assertThat(running).doesNotContain("  ").doesNotStartWith(" ").doesNotEndWith(" ");
      assertThat(running.chars().filter(c -> c != ' ')).noneMatch(NormalForm::isSeparator);
      assertThat(running).doesNotContainPattern("[가-힣] [가-힣]");
    }
  }

  @Test
  void butForSpacesAndFinalsEveryCharacterIsStillThere() {
    Random random = new Random(82);
    for (int i = 0; i < MixedTexts.MANY; i++) {
      String text = MixedTexts.next(random).replaceAll("[ㄴㅆ\u11ab]", "");
      StringBuilder expected = new StringBuilder();
      Hangul.withTypedLetters(text)
          .chars()
          .filter(c -> !NormalForm.isSeparator(c))
          .forEach(c -> expected.append((char) c));
      assertThat(RunningHangul.of(text).replace(" ", "")).isEqualTo(expected.toString());
    }
  }
}
