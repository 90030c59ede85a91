package io.garam.app.explain.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.garam.evaluation.report.AnswerExplanation;
import io.garam.nlu.Thresholds;
import io.garam.nlu.Utterance;
import io.garam.nlu.explanation.Effect;
import io.garam.nlu.inference.IntentClassifier;
import io.garam.nlu.signature.TrustedKeys;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

final class AnswerExplainerTest {

  private static final Path FOLLOWING = Path.of("../../models/korean-dialogue-act");

  private static List<Utterance> dialogue() {
    DialogueSoFar dialogue = new DialogueSoFar();
    dialogue.add("이미 끝난 말", "user");
    dialogue.end();
    dialogue.add("방 하나 예약해 주세요", "user");
    dialogue.add(" ", "user");
    dialogue.add("두 명이요?", "system");
    return dialogue.and("네.", "user");
  }

  private static AnswerExplanation explain(
      Path model, Duration patience, List<Utterance> dialogue, String answer) {
    try (AnswerExplainer explainer =
        AnswerExplainer.of(model, Thresholds.OF_MODEL, TrustedKeys.read(List.of()), patience)) {
      return explainer.explain(dialogue, answer, "negate");
    }
  }

  @Test
  void anAnswerIsExplainedInItsDialogue() {
    AnswerExplanation answer = explain(FOLLOWING, AnswerExplainer.PATIENCE, dialogue(), "affirm");

    assertThat(answer.missing()).isNull();
    assertThat(Objects.requireNonNull(answer.explanation()).earlier())
        .extracting(Effect::part)
        .containsExactly("방 하나 예약해 주세요", "두 명이요?");
    assertThat(answer.explanation().tokens()).extracting(Effect::part).containsExactly("네", ".");
    assertThat(answer.explanation().label().label()).isEqualTo("affirm");
    assertThat(answer.explanation().runnerUp().label()).isEqualTo("negate");
  }

  @Test
  void aLabelThatTheModelHasNotIsNotComparedWith() {
    try (AnswerExplainer explainer =
        AnswerExplainer.of(
            FOLLOWING,
            Thresholds.OF_MODEL,
            TrustedKeys.read(List.of()),
            AnswerExplainer.PATIENCE)) {
      for (String compared : List.of("no such label", "affirm")) {
        AnswerExplanation answer = explainer.explain(dialogue(), "affirm", compared);

        assertThat(Objects.requireNonNull(answer.explanation()).runnerUp().label())
            .isNotIn(compared, "negate");
      }
    }
  }

  @Test
  void aTextOfOneTokenIsExplainedByItsCharacters() {
    Path alone = Path.of("../../models/korean-intention");
    String label;
    try (IntentClassifier classifier = IntentClassifier.load(alone)) {
      label = classifier.classify("안녕하세요").label();
    }
    AnswerExplanation answer =
        explain(alone, AnswerExplainer.PATIENCE, List.of(Utterance.alone("안녕하세요")), label);

    assertThat(Objects.requireNonNull(answer.explanation()).characters())
        .extracting(Effect::part)
        .containsExactly("안", "녕", "하", "세", "요");
  }

  @Test
  void anAnswerThatComesOutOtherwiseIsNotExplainedAsIfItHadNot() {
    assertThat(explain(FOLLOWING, AnswerExplainer.PATIENCE, dialogue(), "negate").missing())
        .startsWith("Read again, it is taken for affirm: the model remembered something else");
  }

  @Test
  void nothingIsExplainedOnceTheTimeIsUp() {
    assertThat(explain(FOLLOWING, Duration.ZERO, dialogue(), "affirm").missing())
        .isEqualTo("Explaining took more than 0 s; `garam explain` explains it by itself.");
  }

  @Test
  void aModelThatIsGoneFailsNoReport() {
    assertThat(
            explain(Path.of("no/such/model"), AnswerExplainer.PATIENCE, dialogue(), "affirm")
                .missing())
        .startsWith("The model could not be read again. ")
        .contains("no/such/model");
  }

  @Test
  void whatCannotBeReadFailsNoReport() {
    assertThat(
            explain(FOLLOWING, AnswerExplainer.PATIENCE, List.of(Utterance.alone(" ")), "affirm")
                .missing())
        .startsWith("That failed (");
  }

  @Test
  void noMoreOfADialogueIsKeptThanIsReadAgain() {
    DialogueSoFar dialogue = new DialogueSoFar();
    for (int i = 0; i < 1_000; i++) {
      dialogue.add("말 " + i, null);
    }

    assertThat(dialogue.and("끝", null)).hasSize(200).element(198).isEqualTo(said("말 999"));
  }

  private static Utterance said(String text) {
    return new Utterance(text, "", null);
  }
}
