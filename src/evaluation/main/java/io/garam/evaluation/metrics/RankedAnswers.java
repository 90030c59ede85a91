package io.garam.evaluation.metrics;

import io.garam.evaluation.Prediction;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/**
 * How sure a model was, and whether it was right, in the order of confidence: all that curves over
 * thresholds ask of millions of answers, in eight bytes each.
 */
final class RankedAnswers {

  /** The confidence's bits, which are in the order of the numbers, and below them 1 for right. */
  private final long[] answers;

  private RankedAnswers(long[] answers) {
    this.answers = answers;
  }

  /**
   * Ranks predictions, the least sure first.
   *
   * @param counted which of them
   * @param right what is a right answer
   */
  static RankedAnswers of(
      List<Prediction> predictions, Predicate<Prediction> counted, Predicate<Prediction> right) {
    long[] answers = new long[predictions.size()];
    int count = 0;
    for (Prediction prediction : predictions) {
      if (counted.test(prediction)) {
        answers[count++] = bits(prediction) << 1 | (right.test(prediction) ? 1 : 0);
      }
    }
    answers = count == answers.length ? answers : Arrays.copyOf(answers, count);
    Arrays.sort(answers);
    return new RankedAnswers(answers);
  }

  /** Adding zero leaves no negative zero, whose bits are out of order. */
  private static long bits(Prediction prediction) {
    return Double.doubleToRawLongBits(prediction.confidence() + 0.0);
  }

  int size() {
    return answers.length;
  }

  double confidence(int rank) {
    return Double.longBitsToDouble(answers[rank] >>> 1);
  }

  boolean isRight(int rank) {
    return (answers[rank] & 1) == 1;
  }

  /** Says whether an answer is as sure as the next one. */
  boolean isTied(int rank) {
    return rank + 1 < answers.length && answers[rank] >>> 1 == answers[rank + 1] >>> 1;
  }

  /** Returns how far the sum of confidences is from the number of right answers. */
  double distance(int from, int to) {
    double confidence =
        Arrays.stream(answers, from, to)
            .mapToDouble(bits -> Double.longBitsToDouble(bits >>> 1))
            .sum();
    return Math.abs(confidence - Arrays.stream(answers, from, to).map(bits -> bits & 1).sum());
  }
}
