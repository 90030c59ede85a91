package io.garam.training.corpus;

import io.garam.nlu.GaramException;
import io.garam.training.random.RandomStreams;
import io.garam.training.random.RandomStreams.Purpose;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
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
   * Holds out a fraction of a corpus. Where it has dialogues, whole dialogues are held out, since
   * neighbours resemble each other; otherwise the same fraction of every label, and over all labels
   * together of those that have too few utterances for one each.
   *
   * @param fraction how much to hold out, between 0 and 1
   * @param seed the same seed holds out the same utterances
   */
  public static TrainValidationSplit split(Corpus corpus, double fraction, long seed) {
    Random random = new RandomStreams(seed).stream(Purpose.HELD_OUT);
    Set<LabelledUtterance> held = Collections.newSetFromMap(new IdentityHashMap<>());
    if (corpus.hasDialogues()) {
      List<List<LabelledUtterance>> dialogues = new ArrayList<>(dialogues(corpus));
      Collections.shuffle(dialogues, random);
      for (List<LabelledUtterance> dialogue : dialogues) {
        if (held.size() + dialogue.size() / 2 < fraction * corpus.size()) {
          held.addAll(dialogue);
        }
      }
      if (held.isEmpty() && dialogues.size() > 1) {
        held.addAll(Collections.min(dialogues, Comparator.comparingInt(List::size)));
      }
    } else {
      int few = 0;
      List<LabelledUtterance> ofFew = new ArrayList<>();
      for (List<LabelledUtterance> sameLabel : groups(corpus, LabelledUtterance::label)) {
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
    }
    return parts(corpus, held);
  }

  /** An utterance without a dialogue is one of its own. */
  private static Collection<List<LabelledUtterance>> dialogues(Corpus corpus) {
    Map<Object, List<LabelledUtterance>> dialogues = new LinkedHashMap<>();
    for (LabelledUtterance utterance : corpus.utterances()) {
      Object dialogue = utterance.dialogue() == null ? new Object() : utterance.dialogue();
      dialogues.computeIfAbsent(dialogue, k -> new ArrayList<>()).add(utterance);
    }
    return dialogues.values();
  }

  /**
   * Holds out each of several folds once, all of about the same size: whole dialogues where there
   * are any, otherwise the same fraction of every label.
   *
   * @param folds at least 2
   * @param seed the same seed makes the same folds
   * @throws GaramException if there are fewer dialogues, or else utterances, than folds
   */
  public static List<TrainValidationSplit> folds(Corpus corpus, int folds, long seed) {
    Random random = new RandomStreams(seed).stream(Purpose.FOLDS);
    List<List<LabelledUtterance>> units = new ArrayList<>();
    if (corpus.hasDialogues()) {
      units.addAll(dialogues(corpus));
      Collections.shuffle(units, random);
    } else {
      for (List<LabelledUtterance> sameLabel : groups(corpus, LabelledUtterance::label)) {
        Collections.shuffle(sameLabel, random);
        sameLabel.forEach(utterance -> units.add(List.of(utterance)));
      }
    }
    if (units.size() < folds) {
      throw new GaramException(
          "Expected at least "
              + folds
              + (corpus.hasDialogues() ? " dialogues" : " utterances")
              + " in the corpus "
              + corpus.name()
              + " for as many folds, but it has "
              + units.size()
              + "; ask for fewer folds.");
    }
    List<TrainValidationSplit> heldOut = new ArrayList<>();
    for (int fold = 0; fold < folds; fold++) {
      Set<LabelledUtterance> held = Collections.newSetFromMap(new IdentityHashMap<>());
      for (int unit = fold; unit < units.size(); unit += folds) {
        held.addAll(units.get(unit));
      }
      heldOut.add(parts(corpus, held));
    }
    return heldOut;
  }

  private static TrainValidationSplit parts(Corpus corpus, Set<LabelledUtterance> held) {
    String name = corpus.name();
    boolean isPart = name.endsWith(TRAINING_PART);
    String whole = isPart ? name.substring(0, name.length() - TRAINING_PART.length()) : name;
    return new TrainValidationSplit(
        part(corpus, whole + TRAINING_PART, u -> !held.contains(u)),
        part(
            corpus,
            whole + (isPart ? " (held-out part of the training part)" : " (held-out part)"),
            held::contains));
  }

  private static Collection<List<LabelledUtterance>> groups(
      Corpus corpus, Function<LabelledUtterance, String> key) {
    Map<String, List<LabelledUtterance>> groups = new LinkedHashMap<>();
    for (LabelledUtterance utterance : corpus.utterances()) {
      groups.computeIfAbsent(key.apply(utterance), k -> new ArrayList<>()).add(utterance);
    }
    return groups.values();
  }

  private static Corpus part(Corpus corpus, String name, Predicate<LabelledUtterance> in) {
    return new Corpus(name, null, corpus.utterances().stream().filter(in).toList());
  }
}
