package io.garam.training.corpus;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Train/validation split: a corpus in two parts, so that what a model learned can be measured on
 * what it has not seen.
 *
 * @param train the greater part
 * @param valid the part held out
 */
public record TrainValidationSplit(Corpus train, Corpus valid) {

  private static final String TRAINING_PART = " (training part)";

  /**
   * Splits a corpus.
   *
   * @param utterances of the corpus, to be held out
   */
  static TrainValidationSplit holdingOut(Corpus corpus, List<LabelledUtterance> utterances) {
    // Of two utterances that are equal, one may be held out alone.
    Set<LabelledUtterance> held = Collections.newSetFromMap(new IdentityHashMap<>());
    held.addAll(utterances);
    String name = corpus.name();
    boolean isPart = name.endsWith(TRAINING_PART);
    String whole = isPart ? name.substring(0, name.length() - TRAINING_PART.length()) : name;
    return new TrainValidationSplit(
        part(corpus, whole + TRAINING_PART, utterance -> !held.contains(utterance)),
        part(
            corpus,
            whole + (isPart ? " (held-out part of the training part)" : " (held-out part)"),
            held::contains));
  }

  private static Corpus part(Corpus corpus, String name, Predicate<LabelledUtterance> in) {
    return new Corpus(name, null, corpus.utterances().stream().filter(in).toList());
  }
}
