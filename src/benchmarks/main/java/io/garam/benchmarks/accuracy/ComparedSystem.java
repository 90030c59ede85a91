package io.garam.benchmarks.accuracy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A system of a comparison, trained and measured on one corpus: Garam or a baseline. */
interface ComparedSystem {

  String name();

  /** Says what is missing on this machine for it to run, in one sentence; empty if nothing is. */
  Optional<String> missing() throws InterruptedException;

  /**
   * Returns those systems for which nothing is missing.
   *
   * @param notices hears what is missing for the others, a sentence each
   */
  static List<ComparedSystem> available(List<ComparedSystem> systems, Consumer<String> notices)
      throws InterruptedException {
    List<ComparedSystem> available = new ArrayList<>();
    for (ComparedSystem system : systems) {
      system.missing().ifPresentOrElse(notices, () -> available.add(system));
    }
    return available;
  }

  /** Says whether another seed gives another model. */
  boolean hasSeeds();

  /** Returns how it learns this corpus: a command, or its settings in words. */
  String recipe(MeasuredCorpus corpus);

  /**
   * Learns from the training file and answers the file to measure on, always with an intent.
   *
   * @param work an empty folder to leave files in
   */
  Answers answers(MeasuredCorpus corpus, long seed, Path work)
      throws IOException, InterruptedException;

  /**
   * What a system says of a file.
   *
   * @param all one answer for each utterance, in the order of the file
   * @param micros the processor time of an utterance, from text to answer, of one thread that has
   *     started and has many to answer; in microseconds
   */
  record Answers(List<Answer> all, double micros) {

    public Answers {
      all = List.copyOf(all);
    }
  }

  /**
   * What a system says of an utterance when it has to name an intent.
   *
   * @param label the most probable
   * @param confidence in it, 0 to 1
   */
  record Answer(String label, double confidence) {}
}
