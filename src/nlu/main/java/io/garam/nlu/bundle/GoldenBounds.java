package io.garam.nlu.bundle;

import io.garam.nlu.bundle.GoldenUtterances.GoldenUtterance;
import io.garam.nlu.text.NormalForm;
import io.garam.nlu.text.Printable;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The bounds of what golden utterances may say: as much as proves something. */
final class GoldenBounds {

  /** One or two for each label are enough. */
  private static final int MOST_UTTERANCES = 30_000;

  private GoldenBounds() {}

  /**
   * Checks golden utterances.
   *
   * @param file where they came from, for the message
   * @param labels the model's
   * @throws io.garam.nlu.GaramException if there are none or too many, or one says or expects
   *     nothing
   */
  static void check(Path file, GoldenUtterances golden, List<String> labels) {
    List<GoldenUtterance> utterances = golden.utterances();
    if (utterances.isEmpty() || utterances.size() > MOST_UTTERANCES) {
      throw RefusedBundle.in(
          file, "1 to " + MOST_UTTERANCES + " golden utterances", utterances.size());
    }
    Set<String> known = Set.copyOf(labels);
    for (int i = 0; i < utterances.size(); i++) {
      GoldenUtterance utterance = utterances.get(i);
      if (NormalForm.isBlank(utterance.text())) {
        throw RefusedBundle.in(file, "a text in line " + (i + 1), "a blank one");
      }
      if (utterance.probabilities().isEmpty()) {
        throw RefusedBundle.in(file, "a probability in line " + (i + 1), "none");
      }
      for (Map.Entry<String, Float> one : utterance.probabilities().entrySet()) {
        if (!known.contains(one.getKey()) || !(one.getValue() >= 0 && one.getValue() <= 1)) {
          throw RefusedBundle.in(
              file,
              "a label of the model and a probability from 0 to 1 in line " + (i + 1),
              "\"" + Printable.beginning(one.getKey(), 100) + "\" with " + one.getValue());
        }
      }
    }
  }
}
