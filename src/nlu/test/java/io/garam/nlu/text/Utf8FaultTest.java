package io.garam.nlu.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.garam.nlu.GaramException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bytes that are no UTF-8 by the Unicode Standard, table 3-7, and the sentences about them. */
final class Utf8FaultTest {

  @ParameterizedTest
  @CsvSource({
    "80, 0",
    "6180, 1",
    "c080, 0",
    "c1bf, 0",
    "c2, 0",
    "c22e, 0",
    "e09f80, 0",
    "e0a0, 0",
    "eda080, 0",
    "edbfbf, 0",
    "f08f8080, 0",
    "f4908080, 0",
    "f5808080, 0",
    "fe, 0",
    "ff, 0",
    "f09f98, 0",
    "eab080eab0, 3",
    "eab08061ff, 4"
  })
  void theFirstByteThatIsOfNoCharacterIsFound(String hex, int offset) {
    byte[] bytes = HexFormat.of().parseHex(hex);
    assertThat(Utf8.firstFault(bytes, 0, bytes.length)).isEqualTo(offset);
  }

  @Test
  void allOfUnicodeButSurrogatesHasNoFault() {
    for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
      if (c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE) {
        byte[] bytes = Character.toString(c).getBytes(UTF_8);
        assertThat(Utf8.firstFault(bytes, 0, bytes.length)).isEqualTo(-1);
      }
    }
  }

  /** The decoder works through 1,024 characters at a time. */
  @Test
  void aFaultIsFoundBesideEveryEdgeOfTheBuffer() {
    for (int at : new int[] {0, 1, 1_022, 1_023, 1_024, 1_025, 2_047, 2_048, 2_049}) {
      byte[] bytes = "a".repeat(3_000).getBytes(UTF_8);
      bytes[at] = (byte) 0xFF;
      assertThat(Utf8.firstFault(bytes, 0, bytes.length)).isEqualTo(at);
      byte[] emoji = ("a".repeat(at) + "😀b").getBytes(UTF_8);
      assertThat(Utf8.firstFault(emoji, 0, emoji.length)).isEqualTo(-1);
    }
  }

  @Test
  void aFaultIsFoundWhereDecodingWouldReplaceIt() {
    Random random = new Random(91);
    for (int i = 0; i < 5_000; i++) {
      byte[] bytes = "가a😀é나".getBytes(UTF_8);
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      boolean replaced = new String(bytes, UTF_8).indexOf('\ufffd') >= 0;
      assertThat(Utf8.firstFault(bytes, 0, bytes.length) >= 0)
          .as(HexFormat.of().formatHex(bytes))
          .isEqualTo(replaced);
    }
  }

  @Test
  void aReplacementCharacterThatWasWrittenIsNoFault() {
    assertThat(Utf8.decode("a\ufffdb".getBytes(UTF_8), "x")).isEqualTo("a\ufffdb");
  }

  @Test
  void theWholeSentenceForOldKoreanEncodings() {
    byte[] bytes = "ok\n\n네".getBytes(Charset.forName("EUC-KR"));
    assertThatThrownBy(() -> Utf8.decode(bytes, "the settings file a.properties"))
        .isInstanceOf(GaramException.class)
        .hasMessage(
            "Expected UTF-8 in the settings file a.properties, but found another byte at offset 4,"
                + " in line 3; convert it, for example with iconv -f CP949 -t UTF-8 where it is"
                + " Korean from an older program.");
  }

  @Test
  void theWholeSentenceForUtf16() {
    assertThatThrownBy(() -> Utf8.decode("a네".getBytes(StandardCharsets.UTF_16LE), "x"))
        .isInstanceOf(GaramException.class)
        .hasMessage(
            "Expected UTF-8 in x, but found another byte at offset 3, in line 1; it looks like"
                + " UTF-16: convert it, for example with iconv -f UTF-16LE -t UTF-8.");
    assertThatThrownBy(() -> Utf8.decode("yes\n".getBytes(StandardCharsets.UTF_16BE), "x"))
        .isInstanceOf(GaramException.class)
        .hasMessage(
            "Expected UTF-8 in x, but every second byte is zero; it looks like UTF-16: convert it,"
                + " for example with iconv -f UTF-16BE -t UTF-8.");
  }

  @Test
  void onlyTheFirstMarkIsTakenOff() {
    assertThat(Utf8.decode("\ufeff\ufeffa\ufeff".getBytes(UTF_8), "x")).isEqualTo("\ufeffa\ufeff");
    assertThat(Utf8.decode("\ufeff".getBytes(UTF_8), "x")).isEmpty();
    assertThat(Utf8.isMarked("")).isFalse();
    assertThat(Utf8.isMarked("a\ufeff")).isFalse();
  }

  @Test
  void bytesAroundThoseOfALineDoNotCount() {
    byte[] bytes = HexFormat.of().parseHex("ff" + "616263" + "ff");
    assertThat(Utf8.firstFault(Arrays.copyOfRange(bytes, 1, 5), 0, 3)).isEqualTo(-1);
  }
}
