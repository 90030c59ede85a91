package io.garam.nlu.text;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.garam.nlu.GaramException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class Utf8Test {

  @Test
  void aByteOrderMarkIsTakenOff() {
    assertThat(Utf8.decode("\uFEFF가=나".getBytes(UTF_8), "a file")).isEqualTo("가=나");
    assertThat(Utf8.decode(new byte[0], "a file")).isEmpty();
  }

  @Test
  void bytesThatAreNotUtf8AreRefusedWithOffsetAndLine() {
    byte[] bytes = "a=b\n네".getBytes(Charset.forName("EUC-KR"));
    assertThatThrownBy(() -> Utf8.decode(bytes, "the file x"))
        .isInstanceOf(GaramException.class)
        .hasMessageStartingWith("Expected UTF-8 in the file x, but found another byte at offset 4,")
        .hasMessageContaining("in line 2; convert it, for example with iconv -f CP949");
    assertThatThrownBy(() -> Utf8.decode("네".getBytes(UTF_16), "x"))
        .hasMessageContaining("looks like UTF-16");
    byte[] cut = new byte[3_001];
    java.util.Arrays.fill(cut, (byte) 'a');
    cut[3_000] = (byte) 0xEA;
    assertThatThrownBy(() -> Utf8.decode(cut, "x")).hasMessageContaining("at offset 3000,");
  }

  @Test
  void linesComeOneByOneWithoutTheirEndsAndWithoutAByteOrderMark() throws IOException {
    assertThat(lines("\uFEFF하나\r\n\n둘\r셋\n\uFEFF넷"))
        .extracting(Utf8Lines.Line::text)
        .containsExactly("하나", "", "둘\r셋", "\uFEFF넷");
    assertThat(lines("")).isEmpty();
    assertThat(lines("\n\n")).hasSize(2);
    String large = "가".repeat(100_000);
    assertThat(lines(large + "\n" + large))
        .extracting(Utf8Lines.Line::text)
        .containsExactly(large, large);
  }

  @Test
  void aLineWithAFaultDisturbsNoOther() throws IOException {
    byte[] bytes = "네\n?\n응".getBytes(UTF_8);
    bytes[4] = (byte) 0xB3;
    List<Utf8Lines.Line> lines = lines(bytes, 100);
    assertThat(lines).extracting(Utf8Lines.Line::text).containsExactly("네", "\ufffd", "응");
    assertThat(lines.get(1).fault())
        .startsWith("Expected UTF-8, but found another byte at offset 4");
    assertThat(lines.get(2).fault()).isNull();
  }

  @Test
  void aLineWithoutEndIsNotKept() throws IOException {
    List<Utf8Lines.Line> lines = lines(("a".repeat(300_000) + "\nb\n").getBytes(UTF_8), 10);
    assertThat(lines).extracting(Utf8Lines.Line::text).containsExactly("a".repeat(10), "b");
    assertThat(lines.get(0).fault())
        .isEqualTo("Expected a line of at most 10 bytes, but it is longer; break it up.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"네, 알겠습니다 1\n응\n", "yes\nno\n"})
  void utf16WithoutAByteOrderMarkIsCalledByItsName(String text) throws IOException {
    for (String name : List.of("UTF-16LE", "UTF-16BE")) {
      byte[] bytes = text.getBytes(Charset.forName(name));
      assertThatThrownBy(() -> Utf8.decode(bytes, "x"))
          .hasMessageContaining("iconv -f " + name + " -t UTF-8");
      assertThat(lines(bytes, 100).get(0).fault())
          .contains("it looks like UTF-16: convert it, for example with iconv -f " + name);
    }
  }

  @Test
  void markedUtf16IsRefusedAsAWholeAndNotLineByLine() {
    assertThatThrownBy(() -> lines("네네\n네네\n네네".getBytes(UTF_16), 100))
        .isInstanceOf(GaramException.class)
        .hasMessage(
            "Expected UTF-8, but found the byte order mark of UTF-16 at the beginning; convert it,"
                + " for example with iconv -f UTF-16 -t UTF-8.");
  }

  @Test
  void aLineInTheMiddleThatBeginsLikeAByteOrderMarkIsNotCalledUtf16() throws IOException {
    byte[] bytes = "네\n??\n응\n".getBytes(UTF_8);
    bytes[4] = (byte) 0xFF;
    bytes[5] = (byte) 0xFE;
    assertThat(lines(bytes, 100).get(1).fault())
        .contains("another byte at offset 4", "CP949")
        .doesNotContain("UTF-16");
  }

  @Test
  void aZeroByteHereAndThereIsNotUtf16() throws IOException {
    assertThat(lines("a\u0000bcdefgh\n")).extracting(Utf8Lines.Line::fault).containsOnlyNulls();
    assertThat(Utf8.decode("a\u0000bcdefgh".getBytes(UTF_8), "x")).hasSize(9);
  }

  private static List<Utf8Lines.Line> lines(String text) throws IOException {
    return lines(text.getBytes(UTF_8), 1 << 20);
  }

  private static List<Utf8Lines.Line> lines(byte[] bytes, int longest) throws IOException {
    List<Utf8Lines.Line> all = new ArrayList<>();
    try (Utf8Lines lines = new Utf8Lines(new ByteArrayInputStream(bytes), longest)) {
      for (Utf8Lines.Line line = lines.next(); line != null; line = lines.next()) {
        all.add(line);
      }
    }
    return all;
  }
}
