package io.garam.training.corpus.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.CharBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LineCountTest {

  private final LineCount lines = new LineCount();

  @ParameterizedTest
  @ValueSource(strings = {"a\nb\nc", "a\r\nb\r\nc", "a\rb\rc", "\n\r", "\n\r\n"})
  void theEndsOfAnySystemCount(String text) {
    lines.add(CharBuffer.wrap(text));

    assertThat(lines.line()).isEqualTo(3);
  }

  @Test
  void anEndThatIsCutInTwoIsOne() {
    lines.add(CharBuffer.wrap("a\r"));
    lines.add(CharBuffer.wrap("\nb"));

    assertThat(lines.line()).isEqualTo(2);
  }

  @Test
  void whatIsCountedIsLeftInTheBuffer() {
    CharBuffer text = CharBuffer.wrap("skipped\nread\n").position(8);

    lines.add(text);

    assertThat(lines.line()).isEqualTo(2);
    assertThat(text.toString()).isEqualTo("read\n");
  }
}
