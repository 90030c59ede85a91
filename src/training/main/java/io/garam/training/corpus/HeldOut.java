package io.garam.training.corpus;

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
