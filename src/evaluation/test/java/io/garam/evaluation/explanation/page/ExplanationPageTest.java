package io.garam.evaluation.explanation.page;

import static io.garam.evaluation.explanation.ExplanationTexts.gru;
import static org.assertj.core.api.Assertions.assertThat;

import io.garam.evaluation.explanation.ExplanationTexts;
import io.garam.evaluation.explanation.ShownGates;
import io.garam.nlu.explanation.Effect;
import io.garam.nlu.explanation.Explanation;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ExplanationPageTest {

  private static final Explanation EXPLANATION =
      ExplanationTexts.of(
          "request",
          "<b>방</b> 주세요",
          List.of(gru("words", "<b>방</b>", "주세요")),
          List.of(new Effect("뭐요?", 3.0, -1.0, "inform")));

  @Test
  void thePageHoldsThePictureAndAllThatATerminalShows() {
    assertThat(ExplanationPage.of(EXPLANATION, ShownGates.ALL).toHtml())
        .contains("Why &quot;&lt;b&gt;방&lt;/b&gt; 주세요&quot; is taken for request", "<svg", "+2.20")
        .contains("is taken for request (0.900); the next is inform (0.060).")
        .contains("<th>without it</th>", "<td>nothing is left</td>")
        .contains("<h2>What was said before</h2>", "<th scope=\"row\">뭐요?</th><td>inform</td>")
        .contains("<li>update gate: 1 keeps the state as it is", "<th>→ update</th>")
        .contains("Most open, forward reset: unit 1 0.75, unit 0 0.25")
        .doesNotContain("<b>방", "<script");
  }

  @Test
  void whatIsQuotedChangesNothingAroundIt() {
    assertThat(
            ExplanationPage.of(
                    ExplanationTexts.of(
                        "request", "go \u202eabc\u0007", List.of(), EXPLANATION.earlier()),
                    ShownGates.NONE)
                .toHtml())
        .contains("<title>Why &quot;go \\u202eabc\\u0007&quot; is taken for request</title>")
        .doesNotContain("\u202e", "\u0007");
  }

  /** Steps of gates and labels came as they are. */
  @Test
  void labelsAndStepsChangeNothingAroundThemEither() {
    Explanation hostile =
        ExplanationTexts.of(
            "req\u202euest",
            "go",
            List.of(gru("dialogue, by words", "user: a\u202eb\u0007", "c\nd")),
            List.of(new Effect("a", 3.0, -1.0, "in\u202eform")));
    assertThat(ExplanationPage.of(hostile, ShownGates.ALL).toHtml())
        .contains("is taken for req\\u202euest</title>")
        .contains("<td>in\\u202eform</td>")
        .contains("<th scope=\"row\">user: a\\u202eb\\u0007</th>", "<th scope=\"row\">c d</th>")
        .doesNotContain("\u202e", "\u0007");
  }

  @Test
  void gatesAreThereWhereTheyAreAskedFor() {
    assertThat(ExplanationPage.of(EXPLANATION, ShownGates.NONE).toHtml())
        .contains("<th>without it</th>")
        .doesNotContain("Gates", "update gate");
  }
}
