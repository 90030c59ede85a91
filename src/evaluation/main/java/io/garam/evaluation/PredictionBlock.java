package io.garam.evaluation;

import io.garam.nlu.Intent;
import java.util.List;

/** Columns of a block of predictions. They do not grow, so that none is ever held twice. */
final class PredictionBlock {

  static final int ROWS = 1 << 14;

  private final int[] gold = new int[ROWS];

  /** The most probable label, or where the model abstained its complement. */
  private final int[] best = new int[ROWS];

  private final float[] confidence = new float[ROWS];
  private final String[] text = new String[ROWS];

  /**
   * Puts a prediction into a row.
   *
   * @param bestLabel the index of its most probable label
   * @param goldLabel the index of its gold label
   */
  void put(int row, Prediction prediction, int bestLabel, int goldLabel) {
    gold[row] = goldLabel;
    best[row] = prediction.predicted().equals(prediction.best()) ? bestLabel : ~bestLabel;
    confidence[row] = (float) prediction.confidence();
    text[row] = prediction.text();
  }

  /** Returns the prediction of a row, whose labels are indexes into a list. */
  Prediction get(int row, List<String> labels) {
    String label = labels.get(best[row] < 0 ? ~best[row] : best[row]);
    return new Prediction(
        text[row],
        labels.get(gold[row]),
        best[row] < 0 ? Intent.UNKNOWN : label,
        label,
        confidence[row]);
  }
}
