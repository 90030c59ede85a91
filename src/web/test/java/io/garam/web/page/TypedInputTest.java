package io.garam.web.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.garam.nlu.Utterance;
import io.garam.web.server.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypedInputTest {

  @Test
  void aTextOrADialogueIsRead() {
    assertThat(TypedInput.read("{\"text\":\"네\"}".getBytes(UTF_8)))
        .containsExactly(Utterance.alone("네"));
    assertThat(
            TypedInput.read(
                "{\"utterances\":[{\"speaker\":\"user\",\"text\":\"네\"},{\"text\":\"응\"}]}"
                    .getBytes(UTF_8)))
        .containsExactly(new Utterance("네", "", "user"), new Utterance("응", "", null));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "nonsense                      | Expected a JSON object, but found none.",
        "{}                            | Expected 1 to 100 utterances, but found 0.",
        "[]                            | Expected 1 to 100 utterances, but found 0.",
        "{\"text\":7}                  | Expected a text, which is a string, but found a value of the type number.",
        "{\"text\":\" \"}              | Expected a text, but found a blank one.",
        "{\"utterances\":[{}]}         | Expected a text, which is a string, but found none.",
        "{\"utterances\":[{\"text\":12345}]} | Expected a text, which is a string, but found a value of the type number.",
      })
  void whatIsNoneIsSaidInASentence(String body, String sentence) {
    assertThatThrownBy(() -> TypedInput.read(body.getBytes(UTF_8)))
        .isInstanceOf(Problem.Refusal.class)
        .hasMessage(sentence);
  }
}
