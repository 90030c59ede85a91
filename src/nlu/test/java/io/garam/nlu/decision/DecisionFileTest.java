package io.garam.nlu.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.garam.nlu.io.Json;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The decision as a spec file holds it: what is refused, and in which words. */
final class DecisionFileTest {

  private static final String WHOLE =
      "{\"labels\":[\"a\",\"b\"],\"temperature\":0.8,\"exponent\":1.6,\"threshold\":0.25}";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0.8               | null    | no number at decision.temperature",
        "0.8               | true    | no number at decision.temperature",
        "0.8               | [0.8]   | no number at decision.temperature",
        "0.8               | {}      | no number at decision.temperature",
        "0.8               | \"\"    | no number at decision.temperature",
        "1.6               | null    | no number at decision.exponent",
        "0.25              | false   | no number at decision.threshold",
        "\"threshold\":0.25| \"labels\":[] | Duplicate",
        "[\"a\",\"b\"]     | {\"a\":\"b\"} | no list of names at decision.labels",
        "[\"a\",\"b\"]     | null    | no list of names at decision.labels",
        "[\"a\",\"b\"]     | \"a\"   | no list of names at decision.labels",
        "[\"a\",\"b\"]     | [\"a\",1] | no list of names at decision.labels",
        "[\"a\",\"b\"]     | [null]  | no list of names at decision.labels",
        "[\"a\",\"b\"]     | [[\"a\"]] | no list of names at decision.labels",
        "0.8               | -0.8    | the temperature must be positive, but is -0.8",
        "1.6               | \"NaN\" | the exponent must be positive, but is NaN",
        "\"threshold\"     | \"Threshold\" | the unknown field \"Threshold\""
      })
  void whatFitsNoFieldIsRefusedByItsName(String part, String other, String reason) {
    assertThatThrownBy(() -> read(WHOLE.replace(part, other)))
        .isInstanceOf(JsonProcessingException.class)
        .hasMessageContaining(reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"temperature\":0.8, | no number at decision.temperature",
        ",\"threshold\":0.25  | no number at decision.threshold",
        "\"labels\":[\"a\",\"b\"], | no list of names at decision.labels"
      })
  void whatIsMissingIsNamed(String part, String reason) {
    assertThatThrownBy(() -> read(WHOLE.replace(part, "")))
        .isInstanceOf(JsonProcessingException.class)
        .hasMessageContaining(reason);
  }

  @Test
  void whatIsWrittenIsReadAgainToTheLastBit() throws Exception {
    Decision decision = new Decision(List.of("가", "\"b\""), 0.1 + 0.2, Math.PI, Double.MIN_VALUE);

    assertThat(read(Json.MAPPER.writeValueAsString(decision))).isEqualTo(decision);
  }

  @Test
  void anExponentOfOneThatIsWrittenOutIsTheSameAsNone() throws Exception {
    Decision written = read(WHOLE.replace("1.6", "1"));

    assertThat(written).isEqualTo(read(WHOLE.replace("\"exponent\":1.6,", "")));
    assertThat(Json.MAPPER.writeValueAsString(written)).doesNotContain("exponent");
  }

  @Test
  void labelsAreThoseOfTheMomentWhenItWasMade() {
    List<String> labels = new ArrayList<>(List.of("a", "b"));
    Decision decision = new Decision(labels, 1, 0);
    labels.set(0, "c");

    assertThat(decision.labels()).containsExactly("a", "b");
  }

  private static Decision read(String json) throws JsonProcessingException {
    return Json.MAPPER.readValue(json, Decision.class);
  }
}
