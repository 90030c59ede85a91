package io.garam.nlu.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.garam.nlu.Intent;
import io.garam.nlu.ShippedModel;
import io.garam.nlu.Utterance;
import io.garam.nlu.explanation.Effect;
import io.garam.nlu.explanation.Explanation;
import io.garam.nlu.explanation.LayerGates;
import io.garam.nlu.explanation.LayerGates.DirectionGates;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class ExplanationTest {

  private static final List<Utterance> BOOKING =
      List.of(
          new Utterance("방 하나 예약해 주세요", null, "user"),
          new Utterance("두 명이요?", null, "system"),
          new Utterance("네.", null, "user"));

  private static IntentClassifier alone;
  private static IntentClassifier following;

  @BeforeAll
  static void load() {
    alone = IntentClassifier.load(ShippedModel.FOLDER);
    following = IntentClassifier.load(ShippedModel.WITH_DIALOGUES);
  }

  @AfterAll
  static void close() {
    alone.close();
    following.close();
  }

  private static double logOdds(float probability) {
    return Math.log(probability / (1.0 - probability));
  }

  private static float probability(String text, String label) {
    return alone.probabilities(List.of(text))[0][alone.labels().indexOf(label)];
  }

  @Test
  void theAnswerIsThatOfTheClassifier() {
    Explanation explanation = alone.explain("내일 비 오면 우산 챙겨 줘");

    assertThat(explanation.intent()).isEqualTo(alone.classify("내일 비 오면 우산 챙겨 줘"));
    assertThat(explanation.label().label()).isEqualTo(explanation.intent().label());
    assertThat(explanation.label().confidence()).isEqualTo(explanation.intent().confidence());
    assertThat(explanation.label().logOdds())
        .isCloseTo(logOdds(explanation.label().confidence()), within(1e-3));
    assertThat(explanation.runnerUp().label())
        .isEqualTo(explanation.intent().alternatives().get(0).label());
  }

  @Test
  void anEffectIsWhatTheClassifierSaysOfTheTextWithoutThePart() {
    Explanation explanation = alone.explain("Wi-Fi 비밀번호가 뭐예요?");
    String label = explanation.label().label();

    assertThat(explanation.tokens())
        .extracting(Effect::part)
        .containsExactly("Wi-Fi", "비밀번호가", "뭐예요", "?");
    Effect what = explanation.tokens().get(2);
    float without = probability("Wi-Fi 비밀번호가 ?", label);
    assertThat(Objects.requireNonNull(what.onLabel()))
        .isCloseTo(explanation.label().logOdds() - logOdds(without), within(1e-2));
    assertThat(what.labelWithout()).isEqualTo(alone.classify("Wi-Fi 비밀번호가 ?").label());
    assertThat(explanation.characters())
        .extracting(Effect::part)
        .startsWith("W", "i", "-", "F", "i", " ", "비")
        .hasSize(16);
    Effect mark = explanation.characters().get(15);
    assertThat(Objects.requireNonNull(mark.onRunnerUp()))
        .isCloseTo(
            explanation.runnerUp().logOdds()
                - logOdds(probability("Wi-Fi 비밀번호가 뭐예요", explanation.runnerUp().label())),
            within(1e-2));
  }

  @Test
  void whatIsAloneCannotBeLeftOut() {
    Explanation explanation = alone.explain("안녕");

    assertThat(explanation.tokens()).containsExactly(new Effect("안녕", null, null, null));
    assertThat(explanation.characters()).extracting(Effect::labelWithout).doesNotContainNull();
    assertThat(explanation.characters()).extracting(Effect::part).containsExactly("안", "녕");
  }

  @Test
  void theGatesAreOfTheLayersThatTheAnswerComesFrom() {
    assertThat(alone.explain("내일 비 오면 우산 챙겨 줘").layers())
        .extracting(LayerGates::name)
        .containsExactly("words");
    List<LayerGates> doubtful = alone.explain("그건 좀").layers();
    assertThat(doubtful).extracting(LayerGates::name).containsExactly("words", "characters");
    assertThat(doubtful.get(1).steps()).containsExactly("그건", " 좀", "⟨end⟩");
    for (LayerGates layer : doubtful) {
      assertThat(layer.directions())
          .extracting(DirectionGates::name)
          .containsExactly("forward", "backward");
      for (DirectionGates direction : layer.directions()) {
        assertThat(direction.gates())
            .extracting(LayerGates.Gate::name)
            .containsExactly("update", "reset");
        assertThat(direction.gates())
            .allSatisfy(
                gate -> {
                  assertThat(gate.openings()).hasNumberOfRows(layer.steps().size());
                  assertThat(gate.openings()[0]).hasSize(layer.units());
                  assertThat(gate.mean(0)).isBetween(0.01, 0.99);
                });
      }
    }
  }

  @Test
  void whatIsKeptIsTheProductOfWhatTheLaterStepsKeep() {
    DirectionGates backward = alone.explain("비 오면 줘").layers().get(0).directions().get(1);

    float[][] update = backward.gates().get(0).openings();
    double kept = 0;
    for (int unit = 0; unit < update[0].length; unit++) {
      kept += update[1][unit] * update[0][unit] / update[0].length;
    }
    assertThat(backward.kept()).hasSize(3);
    assertThat(backward.kept()[0]).isCloseTo(1, within(1e-9));
    assertThat(backward.kept()[2]).isCloseTo(kept, within(1e-6));
  }

  @Test
  void earlierUtterancesHaveTheirEffectOnTheLast() {
    Explanation explanation = following.explain(BOOKING);

    assertThat(explanation.intent())
        .isEqualTo(
            new DialogueTracker(following)
                .classify(
                    BOOKING.stream()
                        .map(one -> new Utterance(one.text(), "d", one.speaker()))
                        .toList())
                .get(2));
    assertThat(explanation.intent().label()).isEqualTo("affirm");
    assertThat(explanation.earlier())
        .extracting(Effect::part)
        .containsExactly("방 하나 예약해 주세요", "두 명이요?");
    assertThat(explanation.earlier())
        .extracting(Effect::speaker)
        .containsExactlyElementsOf(BOOKING.stream().limit(2).map(Utterance::speaker).toList())
        .doesNotContainNull();
    Effect question = explanation.earlier().get(1);
    assertThat(Objects.requireNonNull(question.onLabel())).isPositive();
    assertThat(question.labelWithout())
        .isEqualTo(following.explain(List.of(BOOKING.get(0), BOOKING.get(2))).label().label())
        .isNotEqualTo("affirm");
    LayerGates dialogue = explanation.layers().get(2);
    assertThat(dialogue.name()).isEqualTo("dialogue, by words");
    assertThat(dialogue.steps())
        .containsExactly("user: 방 하나 예약해 주세요", "system: 두 명이요?", "user: 네.");
    assertThat(dialogue.directions()).hasSize(1);
  }

  @Test
  void aLongTextIsExplainedAsFarAsTheModelReads() {
    Explanation explanation = alone.explain("말 ".repeat(5_000));

    assertThat(explanation.tokens()).hasSize(128);
    assertThat(explanation.characters()).hasSize(256);
  }

  @Test
  void withoutAPartTheAnswerMayBeUnknownToo() {
    String text = "my parcel arrived broken and I want my money back";
    try (IntentClassifier assistant =
        IntentClassifier.load(ShippedModel.FOLDER.resolveSibling("english-assistant"))) {
      Explanation explanation = assistant.explain(text);

      assertThat(explanation.intent().label()).isEqualTo(Intent.UNKNOWN);
      assertThat(explanation.label().label()).isNotEqualTo(Intent.UNKNOWN);
      assertThat(explanation.tokens().get(8).part()).isEqualTo("money");
      assertThat(explanation.tokens().get(8).labelWithout())
          .isEqualTo(assistant.classify(text.replace("money", " ")).label())
          .isEqualTo(Intent.UNKNOWN);
    }
  }

  @Test
  void whatCannotBeExplainedIsRefused() {
    assertThatThrownBy(() -> alone.explain(BOOKING))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("found 3");
    assertThatThrownBy(() -> alone.explain(List.of())).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> alone.explain(" ")).isInstanceOf(IllegalArgumentException.class);
  }
}
