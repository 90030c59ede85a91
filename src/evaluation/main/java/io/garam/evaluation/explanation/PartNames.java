package io.garam.evaluation.explanation;

import io.garam.nlu.explanation.Effect;
import io.garam.nlu.text.Printable;

/**
 * Names of parts as people read them: what was said, after its speaker, on one line and with
 * nothing in it that turns the writing direction of what stands beside it.
 */
final class PartNames {

  private PartNames() {}

  static String of(Effect effect) {
    return of(effect, Integer.MAX_VALUE);
  }

  /**
   * @param longest how many characters are shown at most; an ellipsis stands for the rest
   */
  static String of(Effect effect, int longest) {
    if (effect.part().isBlank()) {
      return "␣";
    }
    String said = effect.speaker() == null ? "" : effect.speaker() + ": ";
    return Printable.shortened(Printable.sentence(said + effect.part()), longest);
  }
}
