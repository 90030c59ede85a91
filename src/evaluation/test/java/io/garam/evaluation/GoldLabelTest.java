package io.garam.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.garam.nlu.io.Json;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class GoldLabelTest {

  private static GoldLabel json(String json) throws IOException {
    return GoldLabel.of(Json.MAPPER.readTree(json));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"greet", " greet\t", "\u00a0greet\u3000", "\ufeffgreet\u200b", "greet\r\n"})
  void whatIsInvisibleAtTheEndsIsNoPartOfALabel(String written) {
    assertThat(GoldLabel.of(written)).isEqualTo(new GoldLabel("greet", null));
    assertThat(GoldLabel.of(Json.MAPPER.getNodeFactory().textNode(written)))
        .isEqualTo(new GoldLabel("greet", null));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "\u00a0\u3000", "\u200b\ufeff", "\n"})
  void whatIsBlankIsNoLabelAndNoFault(String written) {
    assertThat(GoldLabel.of(written)).isEqualTo(GoldLabel.NONE);
  }

  @Test
  void decomposedLettersAreTheSameLabelAsComposedOnes() {
    assertThat(GoldLabel.of("cafe\u0301").text()).isEqualTo("caf\u00e9");
    assertThat(GoldLabel.of("\u1112\u1161\u11ab").text()).isEqualTo("한");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "7 | 7",
        "-1 | -1",
        "123456789012345678901234567890 | 123456789012345678901234567890",
        "\"7\" | 7",
        "[\"greet\"] | greet",
        "[7] | 7"
      })
  void anIntegerIsItsDecimalTextAndAListOfOneItsElement(String json, String label)
      throws IOException {
    assertThat(json(json)).isEqualTo(new GoldLabel(label, null));
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "[]", "[null]", "\" \"", "[\"\"]"})
  void nothingIsNoLabelAndNoFault(String json) throws IOException {
    assertThat(json(json)).isEqualTo(GoldLabel.NONE);
  }

  @Test
  void aMissingFieldIsNoLabelAndNoFault() {
    JsonNode missing = Json.MAPPER.missingNode();

    assertThat(GoldLabel.of(missing)).isEqualTo(GoldLabel.NONE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "1.5 | the value 1.5",
        "1.0 | the value 1.0",
        "true | the value true",
        "{\"a\":1} | the value {\"a\":1}",
        "[\"a\",\"b\"] | 2 labels, [\"a\",\"b\"]",
        "[[1,2,\"a\"]] | 3 labels, [1,2,\"a\"]",
        "\"a\\u001b[2Jb\" | a label with the control character U+001B in it",
        "\"a\\nb\" | a label with the control character U+000A in it",
        "\"a\\u2028b\" | a label with the control character U+2028 in it"
      })
  void whatCannotBeALabelIsNamed(String json, String fault) throws IOException {
    assertThat(json(json)).isEqualTo(new GoldLabel(null, fault));
  }

  @Test
  void aTextIsNoLabelHoweverLongItsComposingWouldTake() {
    String marks = "a" + "\u0301\u0316".repeat(2_000_000);

    assertThat(GoldLabel.of(marks)).isEqualTo(new GoldLabel(null, "a text of 4000001 characters"));
  }

  @Test
  void aLongValueIsCutWhereItIsNamed() throws IOException {
    assertThat(json("{\"a\":\"" + "x".repeat(1_000) + "\"}").fault()).hasSizeLessThan(80);
  }
}
