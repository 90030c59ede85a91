package io.garam.training.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Corpus review, what is worth knowing of a corpus before a model learns from it: a flaw that is in
 * the validation corpus too does not show in a model's figures, only in its answers.
 *
 * @param train the training corpus
 * @param valid the validation corpus
 * @param labels the training corpus's labels, the rarest first
 * @param shared validation utterances whose text is in the training corpus too
 * @param ambiguous texts that have several labels in the training corpus
 * @param cut utterances of both that have more tokens than are kept
 * @param empty utterances of both without a token
 */
public record CorpusReview(
    CorpusSize train,
    CorpusSize valid,
    List<LabelCount> labels,
    CorpusFlaw shared,
    CorpusFlaw ambiguous,
    CorpusFlaw cut,
    CorpusFlaw empty) {

  /** With fewer, a tenth held out has none, and a label's figures say nothing. */
  static final int FEWEST_OF_A_LABEL = 5;

  public CorpusReview {
    labels = List.copyOf(labels);
  }

  /** Returns in one sentence how large the training corpus is and how even its labels. */
  public String summary() {
    LabelCount rarest = labels.get(0);
    LabelCount commonest = labels.get(labels.size() - 1);
    return String.format(
        Locale.ROOT,
        "The corpus %s has %,d utterances with %,d labels, from \"%s\" (%s) to \"%s\" (%s).",
        train.name(),
        train.utterances(),
        labels.size(),
        rarest.label(),
        share(rarest.utterances(), train.utterances()),
        commonest.label(),
        share(commonest.utterances(), train.utterances()));
  }

  /** Returns what speaks against the corpora, a sentence each; none if nothing does. */
  public List<String> warnings() {
    List<String> warnings = new ArrayList<>();
    List<LabelCount> rare =
        labels.stream().filter(label -> label.utterances() < FEWEST_OF_A_LABEL).toList();
    if (!rare.isEmpty()) {
      warnings.add(
          String.format(
              Locale.ROOT,
              "Labels with fewer than %d utterances in %s: %,d of %,d, such as \"%s\" with %d; they"
                  + " can hardly be learned, so add utterances or join labels.",
              FEWEST_OF_A_LABEL,
              train.name(),
              rare.size(),
              labels.size(),
              rare.get(0).label(),
              rare.get(0).utterances()));
    }
    shared
        .told(
            "Utterances of "
                + valid.name()
                + " that are word for word in "
                + train.name()
                + " too:",
            "the figures flatter the model as far as these are copies")
        .ifPresent(warnings::add);
    ambiguous
        .told(
            "Texts with different labels in different rows of " + train.name() + ":",
            "the text alone cannot tell which is meant")
        .ifPresent(warnings::add);
    cut.told("Utterances with more tokens than a model reads:", "it sees only how these begin")
        .ifPresent(warnings::add);
    empty
        .told("Utterances without a token:", "a model can learn nothing from these, so remove them")
        .ifPresent(warnings::add);
    return warnings;
  }

  private static String share(int part, int whole) {
    return String.format(Locale.ROOT, "%,d, %.1f %%", part, 100.0 * part / Math.max(1, whole));
  }
}
