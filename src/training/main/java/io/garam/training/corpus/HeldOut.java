package io.garam.training.corpus;

import io.garam.nlu.GaramException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A corpus in two parts, so that what a model learned can be measured on what it has not seen.
 *
 * @param train the greater part
 * @param valid the part held out
 */
public record HeldOut(Corpus train, Corpus valid) {

  /**
   * Holds out a fraction of a corpus. Where it has dialogues, whole dialogues are held out, since
   * neighbours resemble each other; otherwise the same fraction of every label.
   *
   * @param fraction how much to hold out, between 0 and 1
   * @param seed the same seed holds out the same utterances
   */
  public static HeldOut split(Corpus corpus, double fraction, long seed) {
    Random random = new Random(seed);
    Set<LabelledUtterance> held = Collections.newSetFromMap(new IdentityHashMap<>());
    if (corpus.hasDialogues()) {
      List<List<LabelledUtterance>> dialogues =
          new ArrayList<>(groups(corpus, u -> String.valueOf(u.dialogue())));
      Collections.shuffle(dialogues, random);
      for (List<LabelledUtterance> dialogue : dialogues) {
        if (held.size() + dialogue.size() / 2 < fraction * corpus.size()) {
          held.addAll(dialogue);
        }
      }
    } else {
      for (List<LabelledUtterance> sameLabel : groups(corpus, LabelledUtterance::label)) {
        Collections.shuffle(sameLabel, random);
        held.addAll(sameLabel.subList(0, (int) Math.round(fraction * sameLabel.size())));
      }
    }
    return parts(corpus, held);
  }

  /**
   * Holds out each of several folds once, all of about the same size: whole dialogues where there
   * are any, otherwise the same fraction of every label.
   *
   * @param folds at least 2
   * @param seed the same seed makes the same folds
   * @throws GaramException if there are fewer dialogues, or else utterances, than folds
   */
  public static List<HeldOut> folds(Corpus corpus, int folds, long seed) {
    Random random = new Random(seed);
    List<List<LabelledUtterance>> units = new ArrayList<>();
    if (corpus.hasDialogues()) {
      units.addAll(groups(corpus, u -> String.valueOf(u.dialogue())));
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
    List<HeldOut> heldOut = new ArrayList<>();
    for (int fold = 0; fold < folds; fold++) {
      Set<LabelledUtterance> held = Collections.newSetFromMap(new IdentityHashMap<>());
      for (int unit = fold; unit < units.size(); unit += folds) {
        held.addAll(units.get(unit));
      }
      heldOut.add(parts(corpus, held));
    }
    return heldOut;
  }

  private static HeldOut parts(Corpus corpus, Set<LabelledUtterance> held) {
    return new HeldOut(
        part(corpus, "training part", u -> !held.contains(u)),
        part(corpus, "held-out part", held::contains));
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
    return new Corpus(
        corpus.name() + " (" + name + ")", null, corpus.utterances().stream().filter(in).toList());
  }
}
