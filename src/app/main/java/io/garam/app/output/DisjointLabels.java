package io.garam.app.output;

import io.garam.nlu.bundle.ModelSpec;
import java.util.Collections;
import java.util.Optional;

/** Label comparison of two models: whether they can be compared at all. */
public final class DisjointLabels {

  private DisjointLabels() {}

  /** Returns what is to be said where two models have no label in common. */
  public static Optional<String> warning(ModelSpec against, ModelSpec model) {
    return Collections.disjoint(against.decision().labels(), model.decision().labels())
        ? Optional.of(
            "Warning: the models "
                + against.reference()
                + " and "
                + model.reference()
                + " have no label in common, so that every answer of one is another to the other;"
                + " for --against, name a model of the same labels.")
        : Optional.empty();
  }
}
