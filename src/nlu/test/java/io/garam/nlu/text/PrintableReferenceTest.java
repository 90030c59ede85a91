package io.garam.nlu.text;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.garam.nlu.io.Json;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Escapes over all of Unicode, cuts at every length, and texts that nobody expects. */
final class PrintableReferenceTest {

  private static final Set<Integer> UNSAFE_TYPES =
      Set.of(
          (int) Character.CONTROL,
          (int) Character.FORMAT,
          (int) Character.SURROGATE,
          (int) Character.LINE_SEPARATOR,
          (int) Character.PARAGRAPH_SEPARATOR);

  @Test
  void everyCharacterIsShownOrEscapedByItsGeneralCategory() {
    assertThat(
            IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .filter(
                    c -> {
                      String text = Character.toString(c);
                      boolean joiner = c == 0x200c || c == 0x200d;
                      boolean safe = joiner || !UNSAFE_TYPES.contains(Character.getType(c));
                      return Printable.escape(text).equals(text) != safe;
                    }))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "7       | \\u0007",
        "1b      | \\u001b",
        "ad      | \\u00ad",
        "feff    | \\ufeff",
        "d800    | \\ud800",
        "e0041   | \\udb40\\udc41",
        "1d173   | \\ud834\\udd73"
      })
  void anEscapeIsFourHexadecimalDigitsForEachUnit(String codePoint, String escape) {
    assertThat(Printable.escape(Character.toString(Integer.parseInt(codePoint, 16))))
        .isEqualTo(escape);
  }

  @Test
  void escapedJsonIsTheSameJson() throws Exception {
    Random random = new Random(71);
    for (int i = 0; i < 500; i++) {
      Map<String, String> value = Map.of("text", MixedTexts.next(random));
      String json = Json.MAPPER.writeValueAsString(value);
      assertThat(Json.MAPPER.readTree(Printable.escape(json)))
          .isEqualTo(Json.MAPPER.valueToTree(value));
    }
  }

  @Test
  void whatIsEscapedHasNothingLeftToEscape() {
    Random random = new Random(72);
    for (int i = 0; i < 500; i++) {
      String once = Printable.escape(MixedTexts.next(random));
      assertThat(Printable.escape(once)).isEqualTo(once);
    }
  }

  @Test
  void aBeginningIsTheFirstCharactersAndNeverHalfOfOne() {
    String text = "a가😀\u0301b";
    List<String> beginnings = List.of("…", "a…", "a가…", "a가😀…", "a가😀\u0301…", text, text);
    for (int longest = 0; longest < beginnings.size(); longest++) {
      assertThat(Printable.beginning(text, longest)).isEqualTo(beginnings.get(longest));
      assertThat(Printable.beginning(text.getBytes(UTF_8), longest))
          .isEqualTo(beginnings.get(longest));
    }
  }

  @Test
  void aBeginningOfBytesIsThatOfTheirTextHoweverLongTheyAre() {
    Random random = new Random(73);
    for (int i = 0; i < 500; i++) {
      byte[] bytes = new byte[random.nextInt(200)];
      random.nextBytes(bytes);
      int longest = random.nextInt(30);
      assertThat(Printable.beginning(bytes, longest))
          .isEqualTo(Printable.beginning(new String(bytes, UTF_8), longest));
    }
  }

  @Test
  void theGreatestLengthShowsAll() {
    assertThat(Printable.beginning("가\u0000", Integer.MAX_VALUE)).isEqualTo("가\\u0000");
    assertThat(Printable.beginning("가".getBytes(UTF_8), Integer.MAX_VALUE)).isEqualTo("가");
  }

  @Test
  void bytesThatAreNoTextAreShownAsReplacements() {
    assertThat(Printable.beginning("\u00e9\u00e9\u00e9".getBytes(ISO_8859_1), 2))
        .isEqualTo("\ufffd\ufffd…");
  }

  @ParameterizedTest
  @CsvSource({
    "'a\nb', 'a b'",
    "'a \t\r\n \n b', 'a b'",
    "'a  b', 'a  b'",
    "'a \t b', 'a \\u0009 b'",
    "'\na\n', ' a '",
    "'a\rb', 'a b'",
    "'a\u2028b', 'a\\u2028b'",
    "'a\u3000\nb', 'a\u3000 b'"
  })
  void breaksOfLinesInASentenceAreOneSpaceWithAllWhiteSpaceAround(String text, String sentence) {
    assertThat(Printable.sentence(text)).isEqualTo(sentence);
  }

  /** White space without a break in it took time quadratic in its length. */
  @ParameterizedTest
  @ValueSource(strings = {" ", "\t", " \f"})
  void aSentenceOfMuchWhiteSpaceTakesNoTime(String white) {
    String sentence = "Expected a, but found " + white.repeat(500_000) + "b.";

    assertTimeoutPreemptively(Duration.ofSeconds(10), () -> Printable.sentence(sentence));
  }

  @Test
  void linesKeepTheirNumberWhateverEndsThem() {
    String end = System.lineSeparator();
    assertThat(Printable.lines("")).isEmpty();
    assertThat(Printable.lines("a\r\nb\rc\nd"))
        .isEqualTo("a" + end + "b" + end + "c" + end + "d" + end);
    assertThat(Printable.lines("\n")).isEqualTo(end);
    assertThat(Printable.lines("a\u0085b\u2028c")).isEqualTo("a\\u0085b\\u2028c" + end);
  }
}
