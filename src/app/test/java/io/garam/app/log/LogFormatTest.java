package io.garam.app.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LogFormatTest {

  @Test
  void linesArePlainUnlessJsonIsAskedFor() {
    assertThat(LogFormat.of(Map.of())).isEqualTo(LogFormat.PLAIN);
    assertThat(LogFormat.of(Map.of("GARAM_LOG_FORMAT", "plain"))).isEqualTo(LogFormat.PLAIN);
    assertThat(LogFormat.of(Map.of("GARAM_LOG_FORMAT", "json"))).isEqualTo(LogFormat.JSON);
    assertThat(LogFormat.fault(Map.of("GARAM_LOG_FORMAT", "json"))).isNull();
  }

  @Test
  void anotherFormatIsRefusedInASentence() {
    assertThat(LogFormat.fault(Map.of("GARAM_LOG_FORMAT", "xml\u001b")))
        .isEqualTo(
            "Expected GARAM_LOG_FORMAT to be plain or json, but found xml\\u001b; set one of these,"
                + " or leave it unset for plain.");
  }

  @Test
  void aPlainWriterWritesUtf8() {
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    LogFormat.PLAIN.commandWriter(new PrintStream(written)).println("물");
    assertThat(written.toString(StandardCharsets.UTF_8)).isEqualTo("물" + System.lineSeparator());
  }
}
