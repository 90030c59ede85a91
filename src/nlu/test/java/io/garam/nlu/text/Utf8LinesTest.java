package io.garam.nlu.text;

import static java.nio.charset.StandardCharsets.UTF_16LE;
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
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lines beside a plain split, from streams that hand out what they like. */
final class Utf8LinesTest {

  private static final int ROOMY = 1 << 20;

  /** Hands out a few bytes at a time, as pipes do. */
  private static final class Dribble extends InputStream {
    private final ByteArrayInputStream all;
    private final Random random = new Random(5);
    private final int most;
    private boolean closed;

    Dribble(byte[] bytes, int most) {
      this.all = new ByteArrayInputStream(bytes);
      this.most = most;
    }

    @Override
    public int read() {
      return all.read();
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
      return all.read(buffer, offset, Math.min(length, 1 + random.nextInt(most)));
    }

    @Override
    public int available() {
      return all.available();
    }

    @Override
    public void close() {
      closed = true;
    }
  }

  @Test
  void linesAreThoseOfAPlainSplitHoweverTheBytesCome() throws IOException {
    Random random = new Random(101);
    for (int i = 0; i < 300; i++) {
      String text = MixedTexts.next(random).replaceAll("[\ud800-\udfff\u0000\ufeff\r]", "") + "\n끝";
      List<Line> lines = lines(new Dribble(text.getBytes(UTF_8), 3), ROOMY);
      assertThat(lines).extracting(Line::text).containsExactly(text.split("\n", -1));
      assertThat(lines).extracting(Line::fault).containsOnlyNulls();
      for (int n = 0; n < lines.size(); n++) {
        assertThat(lines.get(n).number()).isEqualTo(n + 1);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"65535, 1", "65536, 1", "65537, 1", "65534, 3", "131072, 2"})
  void aLineThatEndsBesideTheEdgeOfTheBufferIsWhole(int length, int ends) throws IOException {
    String line = "a".repeat(length);
    assertThat(lines(stream(line + "\n".repeat(ends) + "나"), ROOMY))
        .extracting(Line::text)
        .startsWith(line)
        .endsWith("나")
        .hasSize(ends + 1);
  }

  @Test
  void aCharacterAcrossTheEdgeOfTheBufferIsWhole() throws IOException {
    String line = "a".repeat(65_535) + "가";
    assertThat(lines(stream(line), ROOMY)).containsExactly(new Line(1, line, null));
  }

  @Test
  void aLineOfExactlyTheLongestIsNotTooLong() throws IOException {
    assertThat(lines(stream("가가가\nb"), 9))
        .containsExactly(new Line(1, "가가가", null), new Line(2, "b", null));
    assertThat(lines(stream("가가가\n"), 8).get(0).fault())
        .isEqualTo("Expected a line of at most 8 bytes, but it is longer; break it up.");
  }

  /** A carriage return before the end is none of the line, and took its room all the same. */
  @Test
  void theCarriageReturnOfALineTakesNoneOfItsRoom() throws IOException {
    assertThat(lines(stream("abc\r\nabc\r\r\nabcd\r\nabc\rd\n"), 3))
        .extracting(Line::text, line -> line.fault() == null)
        .containsExactly(
            tuple("abc", true), tuple("abc", false), tuple("abc", false), tuple("abc", false));
  }

  @Test
  void theGreatestLengthIsOneThatLinesHaveRoomIn() throws IOException {
    assertThat(lines(stream("abc\ndef"), Integer.MAX_VALUE))
        .containsExactly(new Line(1, "abc", null), new Line(2, "def", null));
  }

  @Test
  void offsetsOfFaultsAreThoseOfTheWholeInput() throws IOException {
    byte[] bytes = ("a".repeat(70_000) + "\nb?\n").getBytes(UTF_8);
    bytes[70_002] = (byte) 0xFF;
    assertThat(lines(new Dribble(bytes, 9_999), ROOMY).get(1).fault())
        .isEqualTo(
            "Expected UTF-8, but found another byte at offset 70002 of the input; convert it, for"
                + " example with iconv -f CP949 -t UTF-8 where it is Korean from an older"
                + " program.");
  }

  @Test
  void aReplacementCharacterThatWasWrittenIsNoFault() throws IOException {
    assertThat(lines(stream("a\ufffd\n"), ROOMY)).containsExactly(new Line(1, "a\ufffd", null));
  }

  @Test
  void aLineOfZerosIsALine() throws IOException {
    assertThat(lines(stream("\0\n\0\0\0\0\n"), ROOMY))
        .containsExactly(new Line(1, "\0", null), new Line(2, "\0\0\0\0", null));
  }

  @Test
  void linesOfUtf16ThatBeginInTheMiddleOfACharacterAreKnownByThoseAround() throws IOException {
    byte[] bytes = "네네네\nok\n네네네\n".getBytes(UTF_16LE);
    assertThat(lines(new ByteArrayInputStream(bytes), ROOMY))
        .extracting(Line::fault)
        .filteredOn(fault -> fault != null)
        .isNotEmpty()
        .allMatch(fault -> fault.contains("it looks like UTF-16: convert it"));
  }

  @Test
  void aMarkedStreamIsRefusedAlsoWhereItsMarkComesInTwoPieces() {
    assertThatThrownBy(() -> lines(new Dribble("\ufeff네\n".getBytes(UTF_16LE), 1), ROOMY))
        .isInstanceOf(GaramException.class)
        .hasMessageStartingWith("Expected UTF-8, but found the byte order mark of UTF-16");
  }

  @Test
  void readinessIsThatOfWhatHasBeenReadOrCanBe() throws IOException {
    try (Utf8Lines lines = new Utf8Lines(stream("a\nb\n"), 9)) {
      assertThat(lines.isReady()).isTrue();
      assertThat(lines.next()).isNotNull();
      assertThat(lines.isReady()).as("the second line waits in the buffer").isTrue();
      assertThat(lines.next()).isNotNull();
      assertThat(lines.isReady()).isFalse();
      assertThat(lines.next()).isNull();
      assertThat(lines.next()).isNull();
    }
  }

  @Test
  void closingClosesTheStream() throws IOException {
    Dribble stream = new Dribble(new byte[0], 1);
    new Utf8Lines(stream, 9).close();
    assertThat(stream.closed).isTrue();
  }

  private static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(UTF_8));
  }

  private static List<Line> lines(InputStream in, int longest) throws IOException {
    List<Line> all = new ArrayList<>();
    try (Utf8Lines lines = new Utf8Lines(in, longest)) {
      for (Line line = lines.next(); line != null; line = lines.next()) {
        all.add(line);
      }
    }
    return all;
  }
}
