package io.garam.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ArgumentEncodingTest {

  @ParameterizedTest
  @ValueSource(strings = {"ANSI_X3.4-1968", "ISO-8859-1", "no-such-charset"})
  void argumentsThatALocaleWithoutUtf8SpoiltAreRefused(String encoding) {
    assertThat(ArgumentEncoding.fault(List.of("tag", "ë\u0084¤"), encoding))
        .startsWith("Expected a locale of UTF-8")
        .contains(encoding, "\"ë\\u0084¤\"", "scripts/garam");
    assertThat(ArgumentEncoding.fault(List.of("tag", "--model", "m", "yes"), encoding)).isNull();
  }

  @Test
  void bytesThatAreNotUtf8AreRefusedInAnyLocale() {
    assertThat(ArgumentEncoding.fault(List.of("tag", "\ufffd\ufffd"), "UTF-8"))
        .startsWith("Expected arguments in UTF-8, but \"\ufffd\ufffd\" holds other bytes;");
    assertThat(ArgumentEncoding.fault(List.of("tag", "네"), "UTF-8")).isNull();
  }
}
