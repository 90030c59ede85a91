package io.garam.training.release;

import java.util.Comparator;
import java.util.List;

/**
 * Finds the confidence below which a model had better say that it does not know: that of the
 * greatest mean of two shares, intents that are still found and foreign utterances that are turned
 * away. Both count the same however few foreign utterances the corpus has.
 */
public final class ThresholdFit {

  private ThresholdFit() {}

  /**
   * An utterance as the model sees it.
   *
   * @param confidence the calibrated probability of its most probable label
   * @param foreign whether it has none of the model's intents
   * @param correct whether its most probable label is right
   */
  public record Judged(double confidence, boolean foreign, boolean correct) {}

  /**
   * Fits the threshold, 0 to 1.
   *
   * @param utterances of which some are foreign and some are not
   */
  public static double fit(List<Judged> utterances) {
    List<Judged> ascending =
        utterances.stream().sorted(Comparator.comparingDouble(Judged::confidence)).toList();
    double foreign = utterances.stream().filter(Judged::foreign).count();
    double known = utterances.size() - foreign;
    double found = utterances.stream().filter(u -> !u.foreign() && u.correct()).count();
    double turnedAway = 0;
    double best = found / known;
    double threshold = 0;
    for (int i = 0; i + 1 < ascending.size(); i++) {
      Judged rejected = ascending.get(i);
      turnedAway += rejected.foreign() ? 1 : 0;
      found -= !rejected.foreign() && rejected.correct() ? 1 : 0;
      double between = (rejected.confidence() + ascending.get(i + 1).confidence()) / 2;
      double score = found / known + turnedAway / foreign;
      if (score > best && between > rejected.confidence()) {
        best = score;
        threshold = between;
      }
    }
    return threshold;
  }
}
