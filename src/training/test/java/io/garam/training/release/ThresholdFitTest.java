package io.garam.training.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.garam.training.release.ThresholdFit.Judged;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class ThresholdFitTest {

  @Test
  void foreignUtterancesBelowAllOthersArePartedFromThem() {
    List<Judged> utterances =
        List.of(
            new Judged(0.9, false, true),
            new Judged(0.2, true, false),
            new Judged(0.7, false, true),
            new Judged(0.4, true, false));

    assertThat(ThresholdFit.fit(utterances)).isCloseTo(0.55, within(1e-9));
  }

  @Test
  void confidentForeignUtterancesDoNotCostTheIntents() {
    List<Judged> utterances =
        List.of(
            new Judged(0.9, true, false),
            new Judged(0.5, false, true),
            new Judged(0.6, false, true));

    assertThat(ThresholdFit.fit(utterances)).isZero();
  }

  @Test
  void itIsTheBestOfAllThresholds() {
    Random random = new Random(4);
    List<Judged> utterances = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      boolean foreign = i % 10 == 0;
      // Rounded, so that many confidences are equal.
      double confidence = Math.round(20 * Math.pow(random.nextDouble(), foreign ? 2 : 0.5)) / 20.0;
      utterances.add(new Judged(confidence, foreign, !foreign && random.nextDouble() < 0.8));
    }
    Collections.shuffle(utterances, random);

    double best = 0;
    for (double threshold = 0; threshold <= 1; threshold += 0.01) {
      best = Math.max(best, score(utterances, threshold));
    }

    assertThat(score(utterances, ThresholdFit.fit(utterances))).isCloseTo(best, within(1e-9));
  }

  private static double score(List<Judged> utterances, double threshold) {
    double known = utterances.stream().filter(u -> !u.foreign()).count();
    double found =
        utterances.stream().filter(u -> u.correct() && u.confidence() >= threshold).count();
    double turnedAway =
        utterances.stream().filter(u -> u.foreign() && u.confidence() < threshold).count();
    return found / known + turnedAway / (utterances.size() - known);
  }
}
