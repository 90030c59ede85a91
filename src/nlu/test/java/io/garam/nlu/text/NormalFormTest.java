package io.garam.nlu.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class NormalFormTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u200b",
        "\ufeff",
        "\u3164",
        "\u115f",
        "\u1160",
        "\u2060",
        "\u00ad",
        "\uffa0",
        "\u034f",
        "\ufe0f",
        "\u200e\u202e",
        "\udb40\udc41",
        " \u200b\n\u3164 "
      })
  void aTextOfInvisibleCharactersIsBlank(String text) {
    assertThat(NormalForm.isBlank(text)).isTrue();
    assertThat(NormalForm.isBlank(text + "a" + text)).isFalse();
    assertThat(NormalForm.of(text, true, 9)).isEmpty();
    assertThat(NormalForm.of(text + "a", true, 99)).isEqualTo(text + "a");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u0301", "\u2800", "\ufffd", "\ue000", "\ud800", "ㅤㅋ", "\u180a"})
  void whatShowsSomethingIsNot(String text) {
    assertThat(NormalForm.isBlank(text)).isFalse();
  }
}
