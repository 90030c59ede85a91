package io.garam.evaluation.metrics;

import java.util.AbstractList;
import java.util.RandomAccess;

/** The points of a curve over millions of confidences, each made when it is asked for. */
final class RankedPoints extends AbstractList<CoveragePoint> implements RandomAccess {

  private final RankedAnswers ranked;
  private final int[] answered;
  private final int[] right;

  /**
   * @param answered how many utterances are answered at each point
   * @param right how many of them rightly
   */
  RankedPoints(RankedAnswers ranked, int[] answered, int[] right) {
    this.ranked = ranked;
    this.answered = answered;
    this.right = right;
  }

  @Override
  public CoveragePoint get(int index) {
    return new CoveragePoint(
        ranked.confidence(ranked.size() - answered[index]),
        (double) answered[index] / ranked.size(),
        (double) right[index] / answered[index]);
  }

  @Override
  public int size() {
    return answered.length;
  }
}
