package io.garam.training.packaging;

import io.garam.nlu.GaramException;
import io.garam.nlu.Utterance;
import io.garam.nlu.onnx.OnnxClassifier;
import io.garam.nlu.onnx.StepTracker;
import io.garam.training.network.Learner;
import java.util.List;
import java.util.Locale;

/**
 * Parity check: proof that the exported graph computes what was trained: a recurrent layer exported
 * with its gates in the wrong order, or with the other variant of the GRU, loads and runs, and is
 * wrong.
 */
public final class ParityCheck {

  /** How far two logits may be apart; 32-bit arithmetic in another order stays far below. */
  public static final double TOLERANCE = 1e-4;

  private ParityCheck() {}

  /**
   * Compares logits computed both ways, of utterances alone or along their dialogues.
   *
   * @param said what was said
   * @param expected its logits from libtorch, after {@link Learner#finish}
   * @param exported the same network in ONNX Runtime
   * @return the greatest difference between two logits
   * @throws GaramException if that is above {@link #TOLERANCE}
   */
  public static double verify(List<Utterance> said, float[][] expected, OnnxClassifier exported) {
    float[][] found = new StepTracker(exported).logits(said);
    double greatest = 0;
    for (int i = 0; i < found.length; i++) {
      for (int label = 0; label < found[i].length; label++) {
        double difference = Math.abs(expected[i][label] - found[i][label]);
        if (!(difference <= TOLERANCE)) {
          throw new GaramException(
              String.format(
                  Locale.ROOT,
                  "Expected ONNX Runtime to give the logits of libtorch within %.0e, but for \"%s\""
                      + " they differ by %.2e, so no model was written; please report this with"
                      + " the command and the versions of Garam and Java.",
                  TOLERANCE,
                  said.get(i).text(),
                  difference));
        }
        greatest = Math.max(greatest, difference);
      }
    }
    return greatest;
  }
}
