package io.garam.evaluation.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import io.garam.evaluation.report.AnswerExplanation;
import io.garam.nlu.explanation.Effect;
import io.garam.nlu.explanation.Explanation;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ExplanationDetailsTest {

  private static String html(Explanation explanation) {
    return ExplanationDetails.of("Why", AnswerExplanation.of(explanation)).render();
  }

  @Test
  void theTokensThatRaiseTheLabelMostAreNamed() {
    Explanation made = ExplanationTexts.of("request", "말", List.of(), List.of());
    List<Effect> tokens =
        List.of(
            new Effect("하나", 0.5, 0.0, "request"),
            new Effect("둘", -9.0, 0.0, "request"),
            new Effect("셋", 2.0, 0.0, "inform"),
            new Effect("넷", 0.7, 0.0, "request"),
            new Effect("다섯", 0.001, 0.0, "request"));

    assertThat(html(with(made, tokens, List.of())))
        .contains(
            "<summary>Why: <bdi>&quot;셋&quot;</bdi> +2.0 (without it inform),"
                + " <bdi>&quot;넷&quot;</bdi> +0.7, <bdi>&quot;하나&quot;</bdi> +0.5</summary>");
    assertThat(html(with(made, tokens.subList(1, 2), List.of())))
        .contains("<summary>Why: no single part raises request</summary>");
    Explanation unknown = ExplanationTexts.of("unknown", "말", List.of(), List.of());
    assertThat(html(with(unknown, tokens.subList(0, 1), List.of())))
        .contains(
            "Why: request (0.900) is below the threshold; <bdi>&quot;하나&quot;</bdi>"
                + " +0.5 (without it request)");
  }

  @Test
  void whatWasSaidBeforeIsNamedByItsStrengthToo() {
    Explanation made = ExplanationTexts.of("request", "네.", List.of(), List.of());

    assertThat(
            html(
                with(
                    made,
                    List.of(
                        new Effect("네", 2.0, 0.0, "request"), new Effect(".", 0.4, 0.0, "request")),
                    List.of(
                        new Effect("방 하나요", 0.1, 0.0, "request").saidBy("user"),
                        new Effect("두 명이요?", 13.2, 0.0, "inform").saidBy("system")))))
        .contains(
            "Why: after <bdi>&quot;system: 두 명이요?&quot;</bdi> +13.2 (without it inform),"
                + " <bdi>&quot;네&quot;</bdi> +2.0, <bdi>&quot;.&quot;</bdi> +0.4</summary>");
  }

  @Test
  void ofALongDialogueTheUtterancesThatDoMostAreDrawnInTheirOrder() {
    List<Effect> earlier = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      earlier.add(new Effect("말" + i, i % 10 == 0 ? -1.0 - i : 0.1, 0.0, "request"));
    }
    Explanation made = ExplanationTexts.of("request", "말", List.of(), earlier);
    String html = html(made);

    assertThat(html).contains("Of 100 utterances before it, the 10 that do most.");
    assertThat(html.indexOf(">말0<")).isPositive().isLessThan(html.indexOf(">말90<"));
    assertThat(html).doesNotContain(">말1<");
    assertThat(html(with(made, made.tokens(), earlier.subList(0, 10))))
        .doesNotContain("that do most");
  }

  private static Explanation with(Explanation made, List<Effect> tokens, List<Effect> earlier) {
    return new Explanation(
        made.text(),
        made.intent(),
        made.label(),
        made.runnerUp(),
        tokens,
        List.of(),
        earlier,
        List.of());
  }
}
