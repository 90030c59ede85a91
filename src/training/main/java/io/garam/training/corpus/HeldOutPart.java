package io.garam.training.corpus;

import io.garam.training.random.RandomStreams;
import io.garam.training.random.RandomStreams.Purpose;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * Held-out part of a corpus, chosen at random. Where the corpus has dialogues, whole dialogues are
 * held out, since neighbours resemble each other; otherwise the same fraction of every label, and
 * over all labels together of those that have too few utterances for one each.
 *
 * @param fraction how much to hold out, between 0 and 1
 * @param seed the same seed holds out the same utterances
 */
public record HeldOutPart(double fraction, long seed) {

  /** Splits a corpus. */
  public TrainValidationSplit of(Corpus corpus) {
    Random random = new RandomStreams(seed).stream(Purpose.HELD_OUT);
    return TrainValidationSplit.holdingOut(
        corpus, corpus.hasDialogues() ? dialogues(corpus, random) : labels(corpus, random));
  }

  private List<LabelledUtterance> dialogues(Corpus corpus, Random random) {
    List<LabelledUtterance> held = new ArrayList<>();
    List<List<LabelledUtterance>> dialogues = UtteranceGroups.dialogues(corpus);
    Collections.shuffle(dialogues, random);
    for (List<LabelledUtterance> dialogue : dialogues) {
      if (held.size() + dialogue.size() / 2 < fraction * corpus.size()) {
        held.addAll(dialogue);
      }
    }
    return held.isEmpty() && dialogues.size() > 1
        ? Collections.min(dialogues, Comparator.comparingInt(List::size))
        : held;
  }

  private List<LabelledUtterance> labels(Corpus corpus, Random random) {
    List<LabelledUtterance> held = new ArrayList<>();
    int few = 0;
    List<LabelledUtterance> ofFew = new ArrayList<>();
    for (List<LabelledUtterance> sameLabel : UtteranceGroups.labels(corpus)) {
      Collections.shuffle(sameLabel, random);
      int share = (int) Math.round(fraction * sameLabel.size());
      held.addAll(sameLabel.subList(0, share));
      if (share == 0) {
        few += sameLabel.size();
        // One of each stays to be learned from.
        ofFew.addAll(sameLabel.subList(1, sameLabel.size()));
      }
    }
    Collections.shuffle(ofFew, random);
    held.addAll(ofFew.subList(0, (int) Math.min(ofFew.size(), Math.round(fraction * few))));
    return held;
  }
}
