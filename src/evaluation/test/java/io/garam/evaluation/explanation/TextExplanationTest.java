package io.garam.evaluation.explanation;

import static io.garam.evaluation.explanation.ExplanationTexts.gru;
import static org.assertj.core.api.Assertions.assertThat;

import io.garam.nlu.explanation.Effect;
import io.garam.nlu.explanation.LayerGates;
import io.garam.nlu.explanation.LayerGates.DirectionGates;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TextExplanationTest {

  @Test
  void theAnswerItsPartsAndTheGatesAreTables() {
    String text =
        TextExplanation.of(
            ExplanationTexts.of("request", "방 주세요", List.of(gru("words", "방", "주세요")), List.of()));

    assertThat(text)
        .startsWith("\"방 주세요\"\nis taken for request (0.900); the next is inform (0.060).\n")
        .contains("| token     | without it      | request | inform |\n")
        .contains("| <b>방</b> | inform          |   +2.50 |  -0.25 |\n")
        .contains("| 주세요    | nothing is left |         |        |\n")
        .contains("Gates over the words: GRU of 2 units;")
        .contains("| step   | → update | → reset | → kept |\n")
        .contains("| 방     |     0.50 |    0.50 |    0 % |\n")
        .contains("| 주세요 |     0.50 |    0.50 |  100 % |\n")
        .contains("Most open, forward reset: unit 1 0.75, unit 0 0.25\n")
        .doesNotContain("character");
  }

  @Test
  void charactersAreThereWhereTheyWereRead() {
    assertThat(
            TextExplanation.of(
                ExplanationTexts.of(
                    "request", "방 주세요", List.of(gru("characters", "방 ")), List.of())))
        .contains("| character | without it | request | inform |\n")
        .contains("| ␣         |            |   -0.50 |  +0.00 |\n");
  }

  @Test
  void anUnknownAnswerNamesWhatWasMostProbable() {
    assertThat(TextExplanation.of(ExplanationTexts.of("unknown", "방", List.of(), List.of())))
        .contains("is unknown: request (0.900) is below the threshold; the next is inform");
  }

  @Test
  void whatWasSaidBeforeHasATable() {
    assertThat(
            TextExplanation.of(
                ExplanationTexts.of(
                    "request",
                    "방",
                    List.of(),
                    List.of(new Effect("뭘 도와 드릴까요?", 3.0, -1.0, "inform")))))
        .contains("| said before       | without it | request | inform |\n");
  }

  @Test
  void anRnnHasNoGates() {
    LayerGates rnn =
        new LayerGates(
            "words",
            "RNN",
            2,
            List.of("방"),
            List.of(new DirectionGates("forward", List.of(), new double[0])));

    assertThat(TextExplanation.of(ExplanationTexts.of("request", "방", List.of(rnn), List.of())))
        .endsWith("Gates over the words: RNN of 2 units, which has no gates\n");
  }
}
