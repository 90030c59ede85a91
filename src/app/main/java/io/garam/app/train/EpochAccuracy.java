package io.garam.app.train;

import io.garam.evaluation.NumberFormats;
import io.garam.evaluation.report.EpochFigures;
import org.jspecify.annotations.Nullable;

/**
 * Validation accuracy of an epoch in words, with as many digits as tell it from that of the best
 * epoch before.
 */
final class EpochAccuracy {

  private static final int USUAL_DIGITS = 4;
  private static final int MOST_DIGITS = 9;

  private EpochAccuracy() {}

  /**
   * @param before the best epoch until then, null before the first
   */
  static String of(EpochFigures epoch, @Nullable EpochFigures before) {
    if (before == null) {
      return NumberFormats.fraction(epoch.accuracy(), USUAL_DIGITS) + " (best)";
    }
    String accuracy = NumberFormats.fraction(epoch.accuracy(), digits(epoch, before));
    if (!epoch.best()) {
      return accuracy;
    }
    return epoch.accuracy() > before.accuracy()
        ? accuracy + " (best)"
        : accuracy + " (as good as epoch " + before.epoch() + ", and the later is kept)";
  }

  private static int digits(EpochFigures epoch, EpochFigures before) {
    int digits = USUAL_DIGITS;
    while (epoch.accuracy() != before.accuracy()
        && digits < MOST_DIGITS
        && NumberFormats.fraction(epoch.accuracy(), digits)
            .equals(NumberFormats.fraction(before.accuracy(), digits))) {
      digits++;
    }
    return digits;
  }
}
