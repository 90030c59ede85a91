package io.garam.app.deadletters;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class PrintableTest {

  @Test
  void nothingCommandsTheTerminal() {
    String text = "가\u001b[31m\r\n\u009b1m\u202e\u2028\u007f 😀";
    assertThat(Printable.escape(text))
        .isEqualTo("가\\u001b[31m\\u000d\\u000a\\u009b1m\\u202e\\u2028\\u007f 😀");
  }

  @Test
  void aTextIsCutBetweenCharacters() {
    assertThat(Printable.beginning("가😀나".getBytes(UTF_8), 2)).isEqualTo("가😀…");
    assertThat(Printable.beginning("가😀나".getBytes(UTF_8), 3)).isEqualTo("가😀나");
  }

  @Test
  void noBytesAreNotAnEmptyText() {
    assertThat(Printable.beginning(null, 9)).isEqualTo("(none)");
    assertThat(Printable.beginning(new byte[0], 9)).isEmpty();
  }
}
