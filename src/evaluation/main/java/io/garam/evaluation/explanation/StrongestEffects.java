package io.garam.evaluation.explanation;

import io.garam.nlu.explanation.Effect;
import java.util.Comparator;
import java.util.List;

/** Effects that are greatest on the label, up or down: those that bounded reports name. */
public final class StrongestEffects {

  private StrongestEffects() {}

  /** Returns the strongest effects, the strongest first. */
  public static List<Effect> of(List<Effect> effects, int most) {
    return effects.stream()
        .sorted(Comparator.comparingDouble(effect -> -strength(effect)))
        .limit(most)
        .toList();
  }

  /** Where nothing is left without a part, no other does more. */
  private static double strength(Effect effect) {
    return effect.onLabel() == null ? Double.POSITIVE_INFINITY : Math.abs(effect.onLabel());
  }
}
