package io.garam.evaluation.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.garam.evaluation.Prediction;
import io.garam.nlu.Intent;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CoverageCurveTest {

  @Test
  void pointsAreThoseCountedByHand() {
    CoverageCurve curve =
        CoverageCurve.of(
            List.of(answer("b", 0.5), answer("a", 0.9), answer("a", 0.8), answer("b", 0.7)));

    assertThat(curve.points())
        .containsExactly(
            new CoveragePoint(0.9, 0.25, 1),
            new CoveragePoint(0.8, 0.5, 1),
            new CoveragePoint(0.7, 0.75, 2 / 3.0),
            new CoveragePoint(0.5, 1, 0.5));
    assertThat(curve.points().get(3).risk()).isEqualTo(0.5);
  }

  @Test
  void equalConfidencesAreAnsweredTogether() {
    CoverageCurve curve =
        CoverageCurve.of(List.of(answer("a", 0.8), answer("b", 0.8), answer("a", 0.8)));

    assertThat(curve.points()).containsExactly(new CoveragePoint(0.8, 1, 2 / 3.0));
  }

  @Test
  void theCurveIsThatOfTheMostProbableLabelWhateverTheModelAbstainedFrom() {
    Prediction abstention = new Prediction("", "a", Intent.UNKNOWN, "a", 0.3);

    assertThat(CoverageCurve.of(List.of(abstention)).points())
        .containsExactly(new CoveragePoint(0.3, 1, 1));
  }

  @Test
  void anUtteranceOutOfScopeIsWrongWhereverItIsAnswered() {
    Prediction foreign = new Prediction("", Intent.UNKNOWN, Intent.UNKNOWN, "a", 0.4);

    assertThat(CoverageCurve.of(List.of(answer("a", 0.9), foreign)).points())
        .containsExactly(new CoveragePoint(0.9, 0.5, 1), new CoveragePoint(0.4, 1, 0.5));
  }

  @Test
  void everyPointAgreesWithItsDefinition() {
    Random random = new Random(7);
    List<Prediction> predictions = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      predictions.add(answer(random.nextInt(4) == 0 ? "b" : "a", random.nextInt(60) / 60.0));
    }

    for (CoveragePoint point : CoverageCurve.of(predictions).points()) {
      List<Prediction> answered =
          predictions.stream().filter(p -> p.confidence() >= point.threshold()).toList();
      long right = answered.stream().filter(p -> p.best().equals(p.gold())).count();
      assertThat(point.coverage()).isEqualTo(answered.size() / 400.0, within(1e-12));
      assertThat(point.accuracy()).isEqualTo((double) right / answered.size(), within(1e-12));
    }
  }

  @Test
  void aThresholdHasThePointOfTheLeastConfidenceThatReachesIt() {
    CoverageCurve curve = CoverageCurve.of(List.of(answer("a", 0.9), answer("a", 0.6)));

    assertThat(curve.at(0.6)).hasValue(new CoveragePoint(0.6, 1, 1));
    assertThat(curve.at(0.7)).hasValue(new CoveragePoint(0.9, 0.5, 1));
    assertThat(curve.at(0.95)).isEmpty();
  }

  @Test
  void anAccuracyIsReachedWithTheGreatestCoverageThatHasIt() {
    CoverageCurve curve =
        CoverageCurve.of(
            List.of(answer("b", 0.9), answer("a", 0.8), answer("a", 0.7), answer("b", 0.6)));

    assertThat(curve.reaching(0.6)).hasValue(new CoveragePoint(0.7, 0.75, 2 / 3.0));
    assertThat(curve.reaching(0.9)).isEmpty();
    assertThat(curve.covering(0.3)).isEqualTo(new CoveragePoint(0.8, 0.5, 0.5));
  }

  @Test
  void aThinnedCurveKeepsItsEnds() {
    List<Prediction> predictions = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      predictions.add(answer("a", i / 1_000.0));
    }
    CoverageCurve curve = CoverageCurve.of(predictions);

    List<CoveragePoint> thinned = curve.sampled(10).points();

    assertThat(thinned).hasSize(10).isSubsetOf(curve.points());
    assertThat(thinned.get(0)).isEqualTo(curve.points().get(0));
    assertThat(thinned.get(9)).isEqualTo(curve.points().get(999));
    assertThat(curve.sampled(1_000)).isEqualTo(curve);
  }

  /** The model says {@code a}. */
  private static Prediction answer(String gold, double confidence) {
    return new Prediction("", gold, "a", "a", confidence);
  }
}
