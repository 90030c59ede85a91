package io.garam.training.study;

import io.garam.training.TrainingListener;
import io.garam.training.TrainingSettings;
import io.garam.training.corpus.Corpus;
import io.garam.training.corpus.HeldOut;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Trainings on growing parts of a corpus, all measured on the same utterances: where accuracy still
 * rises from the last part to the whole, more data will bring more.
 */
public final class LearningCurve {

  /** Each part is twice the one before. */
  private static final int[] PARTS = {8, 4, 2};

  private LearningCurve() {}

  /**
   * Runs all trainings, one after another: on an eighth, a quarter, half and all of a corpus.
   *
   * @param corpora what to learn from, and what all are measured on
   * @param settings for the corpus of a training
   * @param seed of the choice of parts
   */
  public static List<Trial> run(
      HeldOut corpora,
      Function<Corpus, TrainingSettings> settings,
      long seed,
      TrainingListener listener) {
    List<Trial> trials = new ArrayList<>();
    for (int part : PARTS) {
      HeldOut stage = new HeldOut(part(corpora.train(), part, seed), corpora.valid());
      trials.add(Trial.run("1/" + part + " of the corpus", stage, settings, listener));
    }
    trials.add(Trial.run("The whole corpus", corpora, settings, listener));
    return trials;
  }

  /** With the same seed, a smaller part is a part of a larger one. */
  private static Corpus part(Corpus corpus, int part, long seed) {
    Corpus some = HeldOut.split(corpus, 1.0 / part, seed).valid();
    return new Corpus(corpus.name() + " (1/" + part + ")", null, some.utterances());
  }
}
