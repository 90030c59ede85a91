package io.garam.training;

import io.garam.evaluation.report.EpochFigures;
import io.garam.training.corpus.CorpusReview;

/** Receives the progress of a training. */
public interface TrainingListener {

  /** Ignores it. */
  TrainingListener NONE = new TrainingListener() {};

  /** The corpora have been looked through, and the training begins. */
  default void reviewed(CorpusReview review) {}

  /** One training of several begins. */
  default void trialStarted(String name) {}

  /**
   * A training that was interrupted goes on; what its epochs gave is told again.
   *
   * @param done how many epochs are behind it
   */
  default void resumed(int done, int epochs) {}

  /**
   * A network from which the model will learn has learned.
   *
   * @param teacher counts from 1
   * @param accuracy on the validation corpus, 0 to 1
   */
  default void teacherEnded(int teacher, int teachers, double accuracy) {}

  /**
   * An epoch begins.
   *
   * @param epoch counts from 1
   */
  default void epochStarted(int epoch, int epochs, int batches) {}

  /** A step of the optimizer is done. */
  default void batchLearned() {}

  /** An epoch is over and measured. */
  default void epochEnded(EpochFigures figures) {}

  /**
   * The other epochs are not run, since the last ones were no better.
   *
   * @param epochs how many came after the first that was as good as any
   */
  default void stoppedEarly(int epochs) {}
}
