package io.garam.app.tag;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.garam.nlu.GaramException;
import io.garam.nlu.text.Utf8Lines.Line;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class InputBatchesTest {

  private final List<List<Line>> batches = new ArrayList<>();

  private void read(String input) {
    InputBatches.read(new ByteArrayInputStream(input.getBytes(UTF_8)), batches::add);
  }

  @Test
  void linesComeInOrderAndAreNumberedThrough() {
    read("a\nb\n\nc");

    assertThat(batches.stream().flatMap(List::stream))
        .extracting(Line::number, Line::text)
        .containsExactly(tuple(1L, "a"), tuple(2L, "b"), tuple(3L, ""), tuple(4L, "c"));
  }

  @Test
  void noBatchIsLargerThanIsClassifiedTogether() {
    read("x\n".repeat(2_500));

    assertThat(batches).allSatisfy(batch -> assertThat(batch).hasSizeLessThanOrEqualTo(1_024));
    assertThat(batches.stream().mapToInt(List::size).sum()).isEqualTo(2_500);
  }

  @Test
  void longLinesMakeABatchOfTheirOwn() {
    read(("x".repeat(600_000) + "\n").repeat(4));

    assertThat(batches.get(0)).hasSizeLessThanOrEqualTo(2);
  }

  @Test
  void inputThatCannotBeReadIsSaidInASentence() {
    InputStream broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("no more");
          }

          @Override
          public int read(byte[] bytes, int offset, int length) throws IOException {
            return read();
          }
        };

    assertThatThrownBy(() -> InputBatches.read(broken, batches::add))
        .isInstanceOf(GaramException.class)
        .hasMessageStartingWith("Expected texts on standard input, but reading it failed");
  }
}
