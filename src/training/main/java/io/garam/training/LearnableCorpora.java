package io.garam.training;

import io.garam.nlu.GaramException;
import io.garam.training.corpus.Corpus;
import io.garam.training.corpus.HeldOutPart;
import io.garam.training.corpus.TrainValidationSplit;
import io.garam.training.settings.TrainingSettings;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Training and validation corpora from which a model can be learned: at least two labels, something
 * to measure on, and utterances out of scope where there is a label for them.
 */
public final class LearnableCorpora {

  private static final Logger LOG = LoggerFactory.getLogger(LearnableCorpora.class);

  private static final double HELD_OUT = 0.1;

  private LearnableCorpora() {}

  /**
   * Returns what to learn from and what to measure on.
   *
   * @param valid null for a tenth of {@code train}, held out
   * @param settings that say by which seed that tenth is chosen, and what the unknown label is
   * @throws GaramException if the training corpus has fewer than two labels or is too small to hold
   *     out a part, the validation corpus has nothing but the unknown label, or neither has it
   */
  public static TrainValidationSplit of(
      Corpus train, @Nullable Corpus valid, TrainingSettings settings) {
    requireTwo(train.labels(), train);
    TrainValidationSplit corpora =
        valid == null
            ? new HeldOutPart(HELD_OUT, settings.seed()).of(train)
            : new TrainValidationSplit(train, valid);
    if (corpora.valid().size() == 0) {
      throw new GaramException(
          "Expected enough utterances in the corpus "
              + train.name()
              + " to hold out a tenth, but "
              + tooFew(train)
              + "; add some, or name a validation corpus.");
    }
    require(corpora, settings);
    return corpora;
  }

  /**
   * Makes sure that a model can be learned.
   *
   * @throws GaramException if it cannot
   */
  static void require(TrainValidationSplit corpora, TrainingSettings settings) {
    requireTwo(known(corpora.train(), settings).labels(), corpora.train());
    requireOutOfScope(corpora, settings.outOfScope().unknownLabel());
    if (known(corpora.valid(), settings).size() == 0) {
      throw new GaramException(
          "Expected utterances with an intent in the validation corpus "
              + corpora.valid().name()
              + ", but all have the unknown label \""
              + settings.outOfScope().unknownLabel()
              + "\"; add some that have one.");
    }
  }

  private static String tooFew(Corpus train) {
    if (train.hasDialogues()) {
      return "all are of one dialogue";
    }
    return train.size() == train.labels().size()
        ? "it has only one of each of its " + train.size() + " labels"
        : "it has only " + train.size();
  }

  private static void requireTwo(List<String> labels, Corpus corpus) {
    if (labels.size() < 2) {
      throw new GaramException(
          "Expected at least two labels in the corpus "
              + corpus.name()
              + ", but found only "
              + labels
              + "; add utterances with another label, take rows at random where the corpus is sorted by label,"
              + " or name the right label column.");
    }
  }

  private static void requireOutOfScope(
      TrainValidationSplit corpora, @Nullable String unknownLabel) {
    if (unknownLabel != null
        && !corpora.train().labels().contains(unknownLabel)
        && !corpora.valid().labels().contains(unknownLabel)) {
      throw new GaramException(
          "Expected utterances with the unknown label \""
              + unknownLabel
              + "\" in the corpora "
              + corpora.train().name()
              + " and "
              + corpora.valid().name()
              + ", but they have none; add some, or train without an unknown label.");
    }
  }

  /**
   * Returns a corpus without the utterances that have none of the intents: these are not learned as
   * if they were one, since they have nothing in common.
   */
  static Corpus known(Corpus corpus, TrainingSettings settings) {
    String notLearned = settings.outOfScope().unknownLabel();
    return notLearned == null ? corpus : corpus.without(notLearned);
  }

  /** Tells of labels that are measured and cannot be learned. */
  static void warnOfLabelsNotLearned(TrainValidationSplit corpora, TrainingSettings settings) {
    List<String> notLearned = new ArrayList<>(known(corpora.valid(), settings).labels());
    notLearned.removeAll(known(corpora.train(), settings).labels());
    if (!notLearned.isEmpty()) {
      LOG.warn(
          "The labels {} of the validation corpus are not in the training corpus; their utterances"
              + " count as errors.",
          notLearned);
    }
  }
}
