package io.garam.nlu.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.garam.nlu.text.Utf8Lines.Line;
import org.junit.jupiter.api.Test;

final class LineDecoderTest {

  private final LineDecoder decoder = new LineDecoder(10);

  private Line decode(String line) {
    return decode(line.getBytes(UTF_8), 0);
  }

  private Line decode(byte[] line, long start) {
    return decoder.decode(line, start, () -> null);
  }

  @Test
  void linesAreCountedFromOneOnAlsoEmptyOnes() {
    assertThat(decode("가")).isEqualTo(new Line(1, "가", null));
    assertThat(decode("")).isEqualTo(new Line(2, "", null));
    assertThat(decode(" b ")).isEqualTo(new Line(3, " b ", null));
  }

  @Test
  void oneCarriageReturnAtTheEndIsNoneOfTheText() {
    assertThat(decode("a\r").text()).isEqualTo("a");
    assertThat(decode("a\r\r").text()).isEqualTo("a\r");
    assertThat(decode("\r").text()).isEmpty();
    assertThat(decode("a\rb").text()).isEqualTo("a\rb");
  }

  @Test
  void aByteOrderMarkIsTakenOffTheFirstLineAlone() {
    assertThat(decode("\ufeffa").text()).isEqualTo("a");
    assertThat(decode("\ufeffa").text()).isEqualTo("\ufeffa");
  }

  @Test
  void aLineMayBeAsLongAsItsBoundBesideItsCarriageReturn() {
    assertThat(decode("0123456789\r")).isEqualTo(new Line(1, "0123456789", null));
    assertThat(decode("01234567890"))
        .isEqualTo(
            new Line(
                2,
                "0123456789",
                "Expected a line of at most 10 bytes, but it is longer; break it up."));
  }

  @Test
  void aByteOfNoCharacterIsNamedByItsPlaceInTheWholeInput() {
    Line line = decode(new byte[] {'a', 'b', (byte) 0xFF, 'c'}, 1_000);

    assertThat(line.fault()).startsWith("Expected UTF-8, but found another byte at offset 1002 ");
    assertThat(line.text()).isEqualTo("ab\ufffdc");
  }

  @Test
  void theReplacementCharacterItselfIsTextLikeAnyOther() {
    assertThat(decode("a\ufffdb")).isEqualTo(new Line(1, "a\ufffdb", null));
  }

  @Test
  void aFaultDoesNotStopTheCount() {
    assertThat(decode(new byte[] {(byte) 0xFF}, 0).number()).isEqualTo(1);
    assertThat(decode("b")).isEqualTo(new Line(2, "b", null));
  }
}
