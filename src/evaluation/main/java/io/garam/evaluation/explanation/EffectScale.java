package io.garam.evaluation.explanation;

import io.garam.nlu.explanation.Effect;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Scale of the bars of one picture: the same for all that it shows, so that of two bars the higher
 * one is of the greater effect.
 *
 * @param greatest the effect of the longest bar, in log-odds
 */
record EffectScale(double greatest) {

  /** The least effect that gets the longest bar: from one half to three quarters, about. */
  private static final double LEAST = 1;

  /** Returns the scale for all effects of a picture. */
  static EffectScale of(Stream<List<Effect>> shown) {
    return new EffectScale(
        shown
            .flatMap(List::stream)
            .flatMap(effect -> Stream.of(effect.onLabel(), effect.onRunnerUp()))
            .filter(Objects::nonNull)
            .mapToDouble(Math::abs)
            .reduce(LEAST, Math::max));
  }

  /** Returns the length of an effect's bar as a share of the longest. */
  double share(double change) {
    return Math.abs(change) / greatest;
  }
}
