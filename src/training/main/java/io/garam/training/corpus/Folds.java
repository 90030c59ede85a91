package io.garam.training.corpus;

import io.garam.nlu.GaramException;
import io.garam.training.random.RandomStreams;
import io.garam.training.random.RandomStreams.Purpose;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Folds of a cross-validation, all of about the same size: whole dialogues where there are any,
 * otherwise the same fraction of every label.
 *
 * @param count at least 2
 * @param seed the same seed makes the same folds
 */
public record Folds(int count, long seed) {

  /**
   * Splits a corpus, holding out each fold once.
   *
   * @throws GaramException if there are fewer dialogues, or else utterances, than folds
   */
  public List<TrainValidationSplit> of(Corpus corpus) {
    List<List<LabelledUtterance>> units = units(corpus);
    if (units.size() < count) {
      throw new GaramException(
          "Expected at least "
              + count
              + (corpus.hasDialogues() ? " dialogues" : " utterances")
              + " in the corpus "
              + corpus.name()
              + " for as many folds, but it has "
              + units.size()
              + "; ask for fewer folds.");
    }
    List<TrainValidationSplit> splits = new ArrayList<>();
    for (int fold = 0; fold < count; fold++) {
      List<LabelledUtterance> held = new ArrayList<>();
      for (int unit = fold; unit < units.size(); unit += count) {
        held.addAll(units.get(unit));
      }
      splits.add(TrainValidationSplit.holdingOut(corpus, held));
    }
    return splits;
  }

  /** Returns what is not to be divided, so that every so many of it make a fold. */
  private List<List<LabelledUtterance>> units(Corpus corpus) {
    Random random = new RandomStreams(seed).stream(Purpose.FOLDS);
    if (corpus.hasDialogues()) {
      List<List<LabelledUtterance>> dialogues = UtteranceGroups.dialogues(corpus);
      Collections.shuffle(dialogues, random);
      return dialogues;
    }
    List<List<LabelledUtterance>> units = new ArrayList<>();
    for (List<LabelledUtterance> sameLabel : UtteranceGroups.labels(corpus)) {
      Collections.shuffle(sameLabel, random);
      sameLabel.forEach(utterance -> units.add(List.of(utterance)));
    }
    return units;
  }
}
