package io.garam.streams.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class Utf8OffsetsTest {

  @ParameterizedTest
  @ValueSource(strings = {"", "abc", "aé가😀\u0000\u007f\u0080\u07ff\u0800\uffff😀b", "\ufeff{}"})
  void theyAreThoseOfTheEncodedText(String text) {
    Utf8Offsets offsets = new Utf8Offsets(text, text.getBytes(UTF_8).length);
    for (int i = 0;
        i <= text.length();
        i = i == text.length() ? i + 1 : text.offsetByCodePoints(i, 1)) {
      assertThat(offsets.of(i)).isEqualTo(text.substring(0, i).getBytes(UTF_8).length);
    }
  }
}
