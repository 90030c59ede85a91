package io.garam.nlu.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RunningHangulTest {

  @ParameterizedTest
  @CsvSource({
    "안녕 하 시 ㅂ니까 ?, 안녕하십니까 ?",
    "떠나 시 ㄹ 예정, 떠나실예정",
    "가 ㄴ다, 간다",
    "가 \u11ab다, 간다",
    "'  가\t\u3000나  ', 가나"
  })
  void splitSyllablesGrowTogether(String split, String running) {
    assertThat(RunningHangul.of(split)).isEqualTo(running);
  }

  @ParameterizedTest
  @ValueSource(strings = {"go stop 2 3", "ktx 1 / 2", "응 ㄴㄴ", "밥 ㄹ", "ㅋㅋ ㅠㅠ"})
  void whatIsNoSplitSyllableKeepsItsSpaces(String text) {
    assertThat(RunningHangul.of(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"그래ㅋㅋ, 그래 ㅋㅋ", "ㅠㅠ왜, ㅠㅠ 왜", "그래 ㅋㅋ, 그래 ㅋㅋ", "와ㅏㅏ, 와 ㅏㅏ"})
  void lettersOnTheirOwnStandApart(String text, String running) {
    assertThat(RunningHangul.of(text)).isEqualTo(running);
  }
}
