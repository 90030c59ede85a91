package io.garam.nlu.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.garam.nlu.io.Json;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every tokenizer. */
final class TokenizerTest {

  private static final List<Tokenizer> ALL =
      List.of(
          new WordTokenizer(true, 128),
          new WhiteSpaceTokenizer(true, 128),
          new MorphemeTokenizer(true, 128));

  @ParameterizedTest
  @CsvSource({"words", "whitespace", "morphemes"})
  void settingsAreReadFromJsonAndWrittenAsTheyWere(String type) throws JsonProcessingException {
    String settings = "{\"type\":\"" + type + "\",\"lowerCase\":false,\"maxTokens\":7}";

    Tokenizer tokenizer = Json.MAPPER.readValue(settings, Tokenizer.class);

    assertThat(Json.MAPPER.writeValueAsString(tokenizer)).isEqualTo(settings);
    assertThat(tokenizer.tokenize("A b c d e f g h i")).hasSize(7).startsWith("A");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", " ", " \t\n\u0000\u0085\u3000\u2028", "가", "ㅋ", "?", "\u0000a", "\ud800", "\udc00",
            "\u200b",
        "\u0301", "\u11b8", "\u1160", "\u115f", "\ufeff", "\u00ad", "😀", "👨\u200d👩\u200d👧", "…",
            "\u2800",
        "\ufffd", "\ue000", "\u180e", "\u2000\u2001"
      })
  void allAgreeOnWhatIsBlank(String text) {
    boolean blank = NormalForm.isBlank(text);

    assertThat(ALL).allMatch(tokenizer -> tokenizer.tokenize(text).isEmpty() == blank);
    assertThat(new CharacterTokenizer(true, 9).characters(text).length == 0).isEqualTo(blank);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a\nb", "가\r\n나 ?\u2028!", "1\t2\u00853", ". . .\n\n!", "가 \u200b \u3000 나"})
  void noTokenHoldsASeparatorOrIsEmpty(String text) {
    for (Tokenizer tokenizer : ALL) {
      assertThat(tokenizer.tokenize(text))
          .allSatisfy(
              token ->
                  assertThat(token)
                      .isNotEmpty()
                      .matches(
                          t -> t.chars().noneMatch(NormalForm::isSeparator), "has no separator"));
    }
  }
}
