package io.garam.app.train;

import io.garam.training.corpus.Corpus;
import io.garam.training.settings.TrainingSettings;
import java.util.Locale;

/** What is told before a training begins: the network and what it learns from. */
final class Announcement {

  private Announcement() {}

  static String of(Corpus train, TrainingSettings chosen) {
    String what =
        String.format(
            Locale.ROOT,
            "Training a %s of %d units in %s on %s of %,d utterances with %d labels%s.",
            chosen.network().cell(),
            chosen.network().hidden(),
            chosen.network().directions() == 1 ? "one direction" : "both directions",
            switch (chosen.text().views()) {
              case WORDS -> "the words";
              case CHARACTERS -> "the characters";
              case BOTH -> "words and characters";
            },
            train.size(),
            train.labels().stream()
                .filter(label -> !label.equals(chosen.outOfScope().unknownLabel()))
                .count(),
            chosen.dialogue() == null
                ? ""
                : String.format(
                    Locale.ROOT,
                    ", with a %s of %d units along dialogues",
                    chosen.dialogue().cell(),
                    chosen.dialogue().hidden()));
    return chosen.teachers() == 0
        ? what
        : what
            + String.format(
                Locale.ROOT,
                "%nFirst %d teachers learn, whose answers it then learns from.",
                chosen.teachers());
  }
}
