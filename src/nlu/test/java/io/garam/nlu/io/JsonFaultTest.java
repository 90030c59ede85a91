package io.garam.nlu.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The reasons that people read where text is no JSON. */
final class JsonFaultTest {

  private static final String TOO_LARGE =
      "it is nested too deep, or has a name or a number that is too long";

  @ParameterizedTest
  @ValueSource(strings = {"{\"a\":", "[1, 2", "\"text", "{", "{\"a\"", "[[[[\"가\""})
  void textThatWasCutShortEndsInTheMiddle(String text) {
    assertThat(reason(text)).isEqualTo("it ends in the middle");
  }

  @Test
  void whatIsBeyondTheBoundsOfTheLibraryIsSaidInWords() {
    assertThat(reason("[".repeat(2_000))).isEqualTo(TOO_LARGE);
    assertThat(reason("1".repeat(2_000))).isEqualTo(TOO_LARGE);
    assertThat(reason("{\"" + "n".repeat(100_000) + "\":1}")).isEqualTo(TOO_LARGE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"a\":1,\"a\":2} | Duplicate field 'a'",
        "{\"a\":1]         | Unexpected close marker ']': expected '}'",
        "[1 2]             | Unexpected character ('2' (code 50)): was expecting comma to separate"
            + " Array entries",
        "{\"a\" 1}         | Unexpected character ('1' (code 49)): was expecting a colon to"
            + " separate field name and value"
      })
  void theReasonIsTheFirstLineOfTheLibrarys(String text, String reason) {
    assertThat(reason(text)).isEqualTo(reason);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "NaN", "{\"a\":NaN}", "hello", "{a:1}", "{'a':1}", "01", "[1,]", "\"\u0001\"", "+1",
            "\\u0041",
        ".5", "1e", "-", "\"\\x\"", "<xml/>", "{} {}", "{\"a\":1}]", "{\"a\":1]", "[1}", "/* c */ 1"
      })
  void noReasonNamesAClassOrASettingOfTheLibrary(String text) {
    assertThat(reason(text))
        .isNotBlank()
        .doesNotContain("`", "JsonReadFeature", "com.fasterxml", "\n", "[Source")
        .doesNotMatch(".*[,:(]\\s*");
  }

  @Test
  void aReasonDoesNotQuoteTheWholeText() {
    assertThat(reason("{\"secret\":\"" + "s".repeat(50_000) + "\" x}")).hasSizeLessThan(200);
  }

  private static String reason(String text) {
    JsonProcessingException fault =
        catchThrowableOfType(JsonProcessingException.class, () -> Json.MAPPER.readTree(text));
    assertThat(fault).as("%.40s is refused", text).isNotNull();
    return JsonFault.of(fault);
  }
}
