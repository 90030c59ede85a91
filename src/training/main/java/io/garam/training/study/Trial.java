package io.garam.training.study;

import io.garam.evaluation.Evaluation;
import io.garam.training.Checkpoints;
import io.garam.training.Training;
import io.garam.training.TrainingListener;
import io.garam.training.TrainingSettings;
import io.garam.training.corpus.Corpus;
import io.garam.training.corpus.HeldOut;
import java.util.function.Function;

/**
 * How one training of a study came out, measured on the exported model as that of a model to keep.
 *
 * @param name what is tried, such as a fold
 * @param training utterances learned from
 * @param validation utterances measured on
 * @param accuracy on those, 0 to 1
 * @param macroF1 on those, 0 to 1
 */
public record Trial(String name, int training, int validation, double accuracy, double macroF1) {

  static Trial run(
      String name,
      HeldOut corpora,
      Function<Corpus, TrainingSettings> settings,
      TrainingListener listener) {
    listener.trialStarted(name);
    Evaluation evaluation =
        Training.run(
                name, "0", corpora, settings.apply(corpora.train()), Checkpoints.NONE, listener)
            .evaluation();
    return new Trial(
        name,
        corpora.train().size(),
        evaluation.count(),
        evaluation.accuracy(),
        evaluation.macroF1());
  }
}
