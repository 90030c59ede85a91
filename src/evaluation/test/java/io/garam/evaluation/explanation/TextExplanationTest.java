package io.garam.evaluation.explanation;

import static io.garam.evaluation.explanation.ExplanationTexts.gru;
import static org.assertj.core.api.Assertions.assertThat;

import io.garam.nlu.explanation.Effect;
import io.garam.nlu.explanation.Explanation;
import io.garam.nlu.explanation.LayerGates;
import io.garam.nlu.explanation.LayerGates.DirectionGates;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class TextExplanationTest {

  private static String text(String answer, List<LayerGates> layers, List<Effect> earlier) {
    return TextExplanation.of(
        ExplanationTexts.of(answer, "방 주세요", layers, earlier), ShownGates.ALL);
  }

  @Test
  void theAnswerItsPartsAndTheGatesAreTables() {
    assertThat(text("request", List.of(gru("words", "방", "주세요")), List.of()))
        .startsWith("\"방 주세요\"\nis taken for request (0.900); the next is inform (0.060).\n")
        .contains("| token     | without it      | request | inform |\n")
        .contains("| <b>방</b> | inform          |   +2.50 |  -0.25 |\n")
        .contains("| 주세요    | nothing is left |         |        |\n")
        .contains("update gate: 1 keeps the state as it is")
        .contains("Gates over the words: GRU of 2 units\n")
        .contains("| step   | → update | → reset | → kept |\n")
        .contains("| 방     |     0.50 |    0.50 |    0 % |\n")
        .contains("| 주세요 |     0.50 |    0.50 |  100 % |\n")
        .contains("Most open, forward reset: unit 1 0.75, unit 0 0.25\n")
        .doesNotContain("character", "forget gate");
  }

  @Test
  void gatesAreToldOfWhereTheyAreAskedFor() {
    Explanation explanation =
        ExplanationTexts.of(
            "request", "방", List.of(gru("words", "방"), gru("characters", "방")), List.of());

    assertThat(TextExplanation.of(explanation, ShownGates.NONE))
        .contains("| token ")
        .doesNotContain("Gates", "update", "character");
    assertThat(TextExplanation.of(explanation, new ShownGates(Set.of("reset"))))
        .contains("| step | → reset |\n")
        .doesNotContain("update", "kept");
    assertThat(TextExplanation.of(explanation, new ShownGates(Set.of("forget"))))
        .contains("GRU of 2 units, which has none of the gates asked for\n");
  }

  @Test
  void effectsThatAreNextToNothingAreCountedInOneLine() {
    List<Effect> earlier =
        List.of(
            new Effect("하나", 0.004, -0.009, "request"),
            new Effect("둘", 0.004, 0.01, "request"),
            new Effect("셋", -0.001, 0.0, "inform"),
            new Effect("넷", 0.0, 0.0, "request"));

    assertThat(text("request", List.of(), earlier))
        .contains("| 둘 ", "| 셋 ", "\n2 more, each of an effect below 0.01 on both labels\n")
        .doesNotContain("하나", "넷");
  }

  @Test
  void charactersAreThereWhereTheyWereRead() {
    assertThat(text("request", List.of(gru("characters", "방 ")), List.of()))
        .contains("| character | without it | request | inform |\n")
        .contains("| ␣         |            |   -0.50 |   0.00 |\n");
  }

  @Test
  void aTextOfOneTokenShowsItsCharactersWithoutBeingAsked() {
    Explanation two = ExplanationTexts.of("request", "방", List.of(), List.of());
    Explanation one =
        new Explanation(
            two.text(),
            two.intent(),
            two.label(),
            two.runnerUp(),
            two.tokens().subList(1, 2),
            two.characters(),
            two.earlier(),
            two.layers());

    assertThat(TextExplanation.of(one, ShownGates.NONE)).contains("| character | without it |");
    assertThat(TextExplanation.of(two, ShownGates.NONE)).doesNotContain("character");
    assertThat(ExplanationPicture.inPage(one, ShownGates.NONE))
        .contains("Characters: what each does");
  }

  @Test
  void anUnknownAnswerNamesWhatWasMostProbable() {
    assertThat(text("unknown", List.of(), List.of()))
        .contains("is unknown: request (0.900) is below the threshold; the next is inform");
  }

  @Test
  void whatWasSaidBeforeHasATable() {
    assertThat(
            text(
                "request",
                List.of(),
                List.of(new Effect("뭘 도와 드릴까요?", 3.0, -1.0, "inform").saidBy("system"))))
        .contains("| said before ", "| system: 뭘 도와 드릴까요? | inform ");
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

    assertThat(text("request", List.of(rnn), List.of()))
        .endsWith("Gates over the words: RNN of 2 units, which has no gates\n");
  }
}
