package io.garam.evaluation.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ComparisonTest {

  private final Comparison.Builder builder = new Comparison.Builder();

  @Test
  void utterancesWithoutGoldCountForAgreementAlone() {
    add(2, "order", "order", "order");
    add(1, null, "order", "order");
    add(3, null, "order", "refund");

    Comparison comparison = builder.build();

    assertThat(comparison.count()).isEqualTo(6);
    assertThat(comparison.agreed()).isEqualTo(3);
    assertThat(comparison.agreement()).isEqualTo(0.5);
    assertThat(comparison.scored()).isEqualTo(2);
    assertThat(comparison.bothRight()).isEqualTo(2);
  }

  @Test
  void scoredUtterancesFallIntoFourFields() {
    add(4, "order", "order", "order");
    add(1, "order", "order", "refund");
    add(2, "refund", "order", "refund");
    add(3, "refund", "order", "greet");

    Comparison comparison = builder.build();

    assertThat(comparison.bothRight()).isEqualTo(4);
    assertThat(comparison.discordant()).isEqualTo(new McNemar(1, 2));
    assertThat(comparison.bothWrong()).isEqualTo(3);
    assertThat(comparison.firstAccuracy()).isEqualTo(0.5);
    assertThat(comparison.secondAccuracy()).isEqualTo(0.6);
  }

  @Test
  void theMostFrequentChangesComeFirstWithFewExamplesThatDiffer() {
    builder.add("hi", "greet", "order", "greet");
    for (String text : List.of("back", "back", "money", "return", "refund me")) {
      builder.add(text, "refund", "refund", "order");
    }
    builder.add("buy", "order", "refund", "order");

    assertThat(builder.build().changes())
        .containsExactly(
            new LabelChange(
                "refund",
                "order",
                6,
                1,
                5,
                List.of(
                    new ChangedUtterance("back", "refund"),
                    new ChangedUtterance("money", "refund"),
                    new ChangedUtterance("return", "refund"))),
            new LabelChange(
                "order", "greet", 1, 1, 0, List.of(new ChangedUtterance("hi", "greet"))));
  }

  @Test
  void aClearDifferenceNamesTheBetterModelAndHowSureThatIs() {
    add(5_013, "order", "order", "order");
    add(81, "order", "order", "refund");
    add(120, "order", "refund", "order");
    add(300, "order", "refund", "refund");

    assertThat(builder.build().verdict("korean 1", "korean 2"))
        .isEqualTo(
            "korean 2 is better: it is right on 93.1 % against 92.4 % of 5,514 labelled utterances."
                + " It is right on 120 where korean 1 is wrong, and wrong on 81 where korean 1 is"
                + " right; if both were equally good, chance alone would give a difference like"
                + " this in 0.7 % of such comparisons.");
  }

  @Test
  void theFirstMayBeTheBetterOne() {
    add(90, "order", "order", "refund");
    add(10, "order", "refund", "order");

    assertThat(builder.build().verdict("old", "new"))
        .startsWith("old is better: it is right on 90.0 % against 10.0 %")
        .contains("less than 0.1 % of such comparisons.");
  }

  @Test
  void aDifferenceThatChanceMayGiveIsNone() {
    add(50, "order", "order", "order");
    add(3, "order", "order", "refund");
    add(7, "order", "refund", "order");

    assertThat(builder.build().verdict("old", "new"))
        .startsWith("No difference can be told from chance: new is right on 95.0 % against 88.3 %")
        .endsWith("in 34.4 % of such comparisons, which is too often to prefer one of them.");
  }

  @Test
  void modelsThatErrEquallyOftenDoNotDiffer() {
    add(5, "order", "order", "refund");
    add(5, "order", "refund", "order");

    assertThat(builder.build().verdict("old", "new"))
        .isEqualTo(
            "No difference between old and new can be told: both are right on 50.0 % of 10 labelled"
                + " utterances. Each is right on 5 where the other is wrong.");
  }

  @Test
  void modelsThatErrDifferentlyOnTheSameUtterancesDoNotDiffer() {
    add(1, "order", "greet", "refund");

    assertThat(builder.build().verdict("old", "new"))
        .endsWith("0.0 % of 1 labelled utterance. Wherever one is right, so is the other.");
  }

  @Test
  void smallDifferencesOfManyUtterancesAreWrittenWithMoreDigits() {
    add(999_000, "order", "order", "order");
    add(100, "order", "order", "refund");
    add(200, "order", "refund", "order");
    add(700, "order", "refund", "refund");

    assertThat(builder.build().verdict("old", "new")).contains("right on 99.92 % against 99.91 %");
  }

  @Test
  void identicalAnswersLeaveNothingToChoose() {
    add(3, "order", "order", "order");
    add(1, "order", "refund", "refund");

    assertThat(builder.build().verdict("old", "new"))
        .isEqualTo(
            "old and new give the same label to all 4 utterances. Both are right on 75.0 % of 4"
                + " labelled utterances.");
  }

  @Test
  void withoutGoldOnlyTheLabelsThatChangeAreCounted() {
    add(3, null, "order", "order");
    add(1, null, "order", "refund");

    assertThat(builder.build().verdict("live", "new"))
        .isEqualTo(
            "new gives 1 of 4 utterances another label than live does (25.0 %). Which of the two is"
                + " better cannot be told without labels that people gave.");
  }

  @Test
  void noUtterancesAreNoComparison() {
    Comparison none = builder.build();

    assertThat(none.agreement()).isEqualTo(1);
    assertThat(none.firstAccuracy()).isZero();
    assertThat(none.verdict("old", "new")).startsWith("There are no utterances");
  }

  private void add(int times, @Nullable String gold, String first, String second) {
    for (int i = 0; i < times; i++) {
      builder.add("utterance " + i, gold, first, second);
    }
  }
}
