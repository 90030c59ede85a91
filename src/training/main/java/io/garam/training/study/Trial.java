package io.garam.training.study;

import io.garam.evaluation.metrics.Evaluation;
import io.garam.training.TrainingListener;
import io.garam.training.TrainingPlan;
import io.garam.training.TrainingResult;
import io.garam.training.checkpoint.Checkpoints;
import io.garam.training.corpus.TrainValidationSplit;

/**
 * Trial: how one training of a study came out, measured on the exported model. What chose its
 * epoch, its calibration and whether it follows dialogues was held out of what it learns from, so
 * that nothing was chosen by the utterances that it is measured on.
 *
 * @param name what is tried, such as a fold
 * @param training utterances learned from
 * @param validation utterances measured on
 * @param accuracy on those, 0 to 1
 * @param macroF1 on those, 0 to 1
 */
public record Trial(String name, int training, int validation, double accuracy, double macroF1) {

  /**
   * Trains and measures.
   *
   * @param corpora what to learn from and choose by, and what to measure on
   */
  static Trial run(
      String name, TrainValidationSplit corpora, TrainingPlan plan, TrainingListener listener) {
    listener.trialStarted(name);
    TrainingResult result = plan.run(name, "0", corpora.train(), null, Checkpoints.NONE, listener);
    Evaluation evaluation = result.evaluate(corpora.valid());
    return new Trial(
        name,
        result.spec().provenance().training().rows(),
        evaluation.count(),
        evaluation.accuracy(),
        evaluation.macroF1());
  }
}
