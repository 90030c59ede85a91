package io.garam.app.evaluate;

import io.garam.nlu.Intent;
import io.garam.nlu.bundle.ModelSpec;
import io.garam.training.corpus.Corpus;
import io.garam.training.corpus.LabelledUtterance;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Unseen labels of a corpus: those that a model never learned, of which each is an error. */
final class UnseenLabels {

  private UnseenLabels() {}

  /** Returns a sentence on them; empty where the model has learned all. */
  static Optional<String> warning(Corpus labelled, ModelSpec model) {
    Predicate<String> unseen =
        label ->
            !model.decision().labels().contains(label)
                && !model.goldLabel(label).equals(Intent.UNKNOWN);
    long utterances =
        labelled.utterances().stream().map(LabelledUtterance::label).filter(unseen).count();
    return utterances == 0
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT,
                "%,d of %,d utterances have a label that the model %s %s never learned and count"
                    + " as errors: %s.",
                utterances,
                labelled.size(),
                model.name(),
                model.version(),
                labelled.labels().stream().filter(unseen).collect(Collectors.joining(", "))));
  }
}
