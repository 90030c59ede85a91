package io.garam.evaluation.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.garam.evaluation.Prediction;
import io.garam.nlu.Intent;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RankedAnswersTest {

  private static Prediction answer(String gold, double confidence) {
    return new Prediction("", gold, "a", "a", confidence);
  }

  private static RankedAnswers ranked(Prediction... predictions) {
    return RankedAnswers.of(List.of(predictions), counted -> true, Prediction::isCorrect);
  }

  @Test
  void theLeastSureComesFirstWithWhetherItIsRight() {
    RankedAnswers ranked = ranked(answer("a", 0.9), answer("b", 0.1), answer("a", 0.5));

    assertThat(ranked.size()).isEqualTo(3);
    assertThat(List.of(ranked.confidence(0), ranked.confidence(1), ranked.confidence(2)))
        .containsExactly(0.1, 0.5, 0.9);
    assertThat(List.of(ranked.isRight(0), ranked.isRight(1), ranked.isRight(2)))
        .containsExactly(false, true, true);
  }

  @Test
  void answersAsSureAsTheNextAreTiedRightOrWrong() {
    RankedAnswers ranked = ranked(answer("a", 0.5), answer("b", 0.5), answer("a", 0.75));

    assertThat(ranked.isTied(0)).isTrue();
    assertThat(ranked.isTied(1)).isFalse();
    assertThat(ranked.isTied(2)).isFalse();
  }

  @Test
  void numbersThatDifferByTheirLastBitAreNotTied() {
    assertThat(ranked(answer("a", 0.5), answer("a", Math.nextUp(0.5))).isTied(0)).isFalse();
  }

  @Test
  void aNegativeZeroIsAZero() {
    RankedAnswers ranked = ranked(answer("a", 0.25), answer("b", -0.0), answer("a", 0.0));

    assertThat(ranked.confidence(0)).isZero();
    assertThat(ranked.isTied(0)).isTrue();
    assertThat(ranked.confidence(2)).isEqualTo(0.25);
  }

  @Test
  void whatIsNotCountedHasNoRank() {
    RankedAnswers ranked =
        RankedAnswers.of(
            List.of(answer("a", 0.5), answer(Intent.UNKNOWN, 0.25), answer("b", 0.75)),
            prediction -> !prediction.isOutOfScope(),
            Prediction::isCorrect);

    assertThat(ranked.size()).isEqualTo(2);
    assertThat(ranked.confidence(0)).isEqualTo(0.5);
  }

  @Test
  void theDistanceOfAStretchIsThatOfItsConfidencesFromItsRightAnswers() {
    RankedAnswers ranked =
        ranked(answer("b", 0.25), answer("a", 0.5), answer("a", 0.75), answer("b", 1));

    assertThat(ranked.distance(0, 4)).isCloseTo(0.5, within(1e-12));
    assertThat(ranked.distance(1, 3)).isCloseTo(0.75, within(1e-12));
    assertThat(ranked.distance(2, 2)).isZero();
  }
}
