package io.garam.app.tag;

import static org.assertj.core.api.Assertions.assertThat;

import io.garam.nlu.text.Utf8Lines.Line;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class InputLinesTest {

  private final InputLines lines =
      new InputLines(
          line -> TagResult.failed(line, "text"), line -> TagResult.failed(line, "event"));

  private @Nullable String readAs(String text) {
    return lines.read(new Line(1, text, null)).error();
  }

  @Test
  void theFirstLineThatIsNotBlankDecidesForAllThatFollow() {
    assertThat(readAs(" ")).isNull();
    assertThat(readAs("  {\"text\":\"hi\"}")).isEqualTo("event");
    assertThat(readAs("plain")).isEqualTo("event");
  }

  @Test
  void textsThatLaterBeginWithABraceAreTexts() {
    assertThat(Stream.of("hello", "{", "{\"text\":\"hi\"}").map(this::readAs))
        .containsExactly("text", "text", "text");
  }

  @Test
  void aLineThatCouldNotBeReadFailsAndDecidesNothing() {
    TagResult result = lines.read(new Line(1, "{", "too long"));

    assertThat(result.outcome()).isEqualTo(TagOutcome.FAILED);
    assertThat(result.error()).isEqualTo("too long");
    assertThat(readAs("hello")).isEqualTo("text");
  }
}
