package io.garam.nlu.text;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How UTF-16 shows itself, and what does not look like it. */
final class Utf16Test {

  @ParameterizedTest
  @ValueSource(strings = {"yes", "네, 알겠습니다 1\n", "Ça va?", "text\tintent\n여보세요?\tgreeting\n", "0"})
  void itIsKnownByItsZeroBytesAndTheirPlaces(String text) {
    assertThat(nameOf(text.getBytes(UTF_16LE), 0)).isEqualTo("UTF-16LE");
    assertThat(nameOf(text.getBytes(UTF_16BE), 0)).isEqualTo("UTF-16BE");
  }

  @Test
  void aPieceThatBeginsAtAnOddPlaceIsReadByThePlacesInTheWhole() {
    byte[] little = "hello".getBytes(UTF_16LE);
    byte[] tail = Arrays.copyOfRange(little, 1, little.length);
    assertThat(nameOf(tail, 1)).isEqualTo("UTF-16LE");
    assertThat(nameOf(tail, 3_000_000_001L)).isEqualTo("UTF-16LE");
    assertThat(nameOf(tail, 2)).isEqualTo("UTF-16BE");
  }

  @Test
  void aByteOrderMarkTellsItAtTheBeginningAlone() {
    for (int second : new int[] {0xFE, 0xFF}) {
      byte[] marked = {(byte) (0x1FD - second), (byte) second, 1, 2};
      assertThat(Utf16.isMarked(marked, 4)).isTrue();
      assertThat(Utf16.isMarked(marked, 1)).isFalse();
      assertThat(Utf16.isMarked(marked, 0)).isFalse();
      assertThat(nameOf(marked, 0)).isEqualTo("UTF-16");
      assertThat(nameOf(marked, 4)).isNull();
    }
    assertThat(Utf16.isMarked("\ufeffa".getBytes(UTF_8), 4)).isFalse();
  }

  @Test
  void textInOtherEncodingsIsNotTakenForIt() {
    String korean = "안녕하세요, 네 알겠습니다.\n";
    for (String name : List.of("UTF-8", "EUC-KR", "x-windows-949", "ISO-2022-KR")) {
      assertThat(nameOf(korean.getBytes(Charset.forName(name)), 0)).as(name).isNull();
    }
    assertThat(nameOf(new byte[0], 0)).isNull();
  }

  @Test
  void zeroBytesThatAreFewOrAtAllPlacesTellNothing() {
    byte[] few = new byte[100];
    Arrays.fill(few, (byte) 'a');
    few[1] = 0;
    few[3] = 0;
    few[5] = 0;
    assertThat(nameOf(few, 0)).as("3 of 100, of which a sixteenth of 50 are 3.1").isNull();
    few[7] = 0;
    assertThat(nameOf(few, 0)).isEqualTo("UTF-16LE");
    few[8] = 0;
    assertThat(nameOf(few, 0)).as("one at an even place beside four at odd ones").isNull();
    assertThat(nameOf(new byte[64], 0)).as("nothing but zeros").isNull();
  }

  @ParameterizedTest
  @CsvSource({"ab, UTF-16LE", "a, ", "네네네네, "})
  void bytesThatAreUtf8TooMustHaveAZeroInFour(String text, String name) {
    assertThat(english(text.getBytes(UTF_16LE))).isEqualTo(name);
  }

  @Test
  void aZeroByteInTextOfUtf8IsNotEnough() {
    assertThat(english("abc\0".getBytes(UTF_8))).as("one in four").isEqualTo("UTF-16LE");
    assertThat(english("abcd\0".getBytes(UTF_8))).as("one in five").isNull();
    assertThat(english("\0\0\0".getBytes(UTF_8))).as("three bytes").isNull();
  }

  @Test
  void onlyTheBytesThatAreThereCount() {
    byte[] buffer = Arrays.copyOf("abcd".getBytes(UTF_8), 4_096);
    assertThat(Utf16.nameOf(buffer, 4, 0)).isNull();
    assertThat(Utf16.nameOfEnglish(buffer, 4, 0)).isNull();
  }

  @Test
  void theRemedyIsACommandThatCanBeTyped() {
    assertThat(Utf16.remedy("UTF-16LE"))
        .isEqualTo("convert it, for example with iconv -f UTF-16LE -t UTF-8");
  }

  private static String nameOf(byte[] bytes, long start) {
    return Utf16.nameOf(bytes, bytes.length, start);
  }

  private static String english(byte[] bytes) {
    return Utf16.nameOfEnglish(bytes, bytes.length, 0);
  }
}
