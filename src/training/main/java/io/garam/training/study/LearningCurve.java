package io.garam.training.study;

import io.garam.training.TrainingListener;
import io.garam.training.TrainingPlan;
import io.garam.training.corpus.Corpus;
import io.garam.training.corpus.HeldOutPart;
import io.garam.training.corpus.LabelledUtterance;
import io.garam.training.corpus.TrainValidationSplit;
import io.garam.training.random.RandomStreams;
import io.garam.training.random.RandomStreams.Purpose;
import java.util.ArrayList;
import java.util.List;

/**
 * Learning curve: trainings on growing parts of a corpus, all measured on the same utterances:
 * where accuracy still rises from the last part to the whole, more data will bring more.
 */
public final class LearningCurve {

  private static final int PARTS = 3;

  private LearningCurve() {}

  /**
   * Runs all trainings, one after another: on an eighth, a quarter, half and all of a corpus.
   *
   * @param corpora what to learn from and choose by, and what all are measured on
   * @param plan how each is made
   * @param seed of the choice of parts
   */
  public static List<Trial> run(
      TrainValidationSplit corpora, TrainingPlan plan, long seed, TrainingListener listener) {
    List<Corpus> parts = parts(corpora.train(), new RandomStreams(seed));
    List<Trial> trials = new ArrayList<>();
    for (int part = PARTS; part > 0; part--) {
      TrainValidationSplit stage = new TrainValidationSplit(parts.get(part - 1), corpora.valid());
      trials.add(Trial.run("1/" + (1 << part) + " of the corpus", stage, plan, listener));
    }
    trials.add(Trial.run("The whole corpus", corpora, plan, listener));
    return trials;
  }

  /** Halves, each of the part before, so that a smaller part is always within a larger one. */
  static List<Corpus> parts(Corpus corpus, RandomStreams streams) {
    List<Corpus> parts = new ArrayList<>();
    Corpus half = corpus;
    for (int part = 1; part <= PARTS; part++) {
      List<LabelledUtterance> utterances =
          new HeldOutPart(0.5, streams.seed(Purpose.PARTS, part)).of(half).valid().utterances();
      half = new Corpus(corpus.name() + " (1/" + (1 << part) + ")", null, utterances);
      parts.add(half);
    }
    return parts;
  }
}
