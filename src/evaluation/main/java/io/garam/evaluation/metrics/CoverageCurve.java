package io.garam.evaluation.metrics;

import io.garam.evaluation.Prediction;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Risk-coverage curve of selective classification, what a threshold costs and what it gives (by
 * El-Yaniv and Wiener, "On the Foundations of Noise-free Selective Classification", 2010; for the
 * confidence of a network Geifman and El-Yaniv, "Selective Classification for Deep Neural
 * Networks", 2017). A model that answers only where its confidence is at least θ has
 *
 * <ul>
 *   <li>the coverage c(θ) = |{i : confidence(i) ≥ θ}| / n,
 *   <li>the selective accuracy a(θ) = |{i : confidence(i) ≥ θ, best(i) = gold(i)}| / (n c(θ)),
 *   <li>and the risk 1 - a(θ).
 * </ul>
 *
 * <p>The curve is that of the most probable label, whatever threshold the model has: an utterance
 * that none of its labels fits is wrong wherever it is answered.
 *
 * @param points one for each confidence that occurs, the highest first
 */
public record CoverageCurve(List<CoveragePoint> points) {

  public CoverageCurve {
    points = points instanceof RankedPoints ? points : List.copyOf(points);
  }

  /** Computes the curve of at least one prediction. */
  static CoverageCurve of(List<Prediction> predictions) {
    RankedAnswers ranked =
        RankedAnswers.of(
            predictions,
            prediction -> true,
            prediction -> prediction.gold().equals(prediction.best()));
    int[] answered = new int[ranked.size()];
    int[] right = new int[ranked.size()];
    int points = 0;
    int rightSoFar = 0;
    for (int rank = ranked.size() - 1; rank >= 0; rank--) {
      rightSoFar += ranked.isRight(rank) ? 1 : 0;
      // Equal confidences are answered together or not at all.
      if (rank == 0 || !ranked.isTied(rank - 1)) {
        answered[points] = ranked.size() - rank;
        right[points++] = rightSoFar;
      }
    }
    return new CoverageCurve(
        new RankedPoints(ranked, Arrays.copyOf(answered, points), Arrays.copyOf(right, points)));
  }

  /** Returns what a threshold gives; empty where nothing is as sure as that. */
  public Optional<CoveragePoint> at(double threshold) {
    return points.stream()
        .takeWhile(point -> point.threshold() >= threshold)
        .reduce((surer, point) -> point);
  }

  /** Returns the point of the greatest coverage whose answers are at least this accurate. */
  public Optional<CoveragePoint> reaching(double accuracy) {
    return points.stream()
        .filter(point -> point.accuracy() >= accuracy)
        .reduce((surer, point) -> point);
  }

  /** Returns the point of the least coverage that is at least this much, 0 to 1. */
  public CoveragePoint covering(double coverage) {
    return points.stream()
        .filter(point -> point.coverage() >= coverage)
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("a coverage is at most 1, but this is " + coverage));
  }

  /**
   * Returns the curve with fewer points, evenly spaced by their rank, the first and the last among
   * them.
   *
   * @param most at least 2
   */
  public CoverageCurve sampled(int most) {
    int last = points.size() - 1;
    return points.size() <= most
        ? this
        : new CoverageCurve(
            IntStream.range(0, most)
                .mapToObj(i -> points.get((int) ((long) i * last / (most - 1))))
                .toList());
  }
}
