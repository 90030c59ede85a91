package io.garam.training;

import io.garam.nlu.bundle.Provenance;
import io.garam.training.checkpoint.Checkpoints;
import io.garam.training.corpus.TrainValidationSplit;
import io.garam.training.settings.TrainingSettings;

/**
 * Choice of context: trains a model that judges every utterance alone and one that follows
 * dialogues.
 */
public final class ContextChoice {

  private ContextChoice() {}

  /**
   * Returns the model that does better on the validation corpus, as {@link Training#run} does, with
   * the other's accuracy among its figures.
   *
   * @param alone settings of the model that judges every utterance alone
   * @param following settings of the one that follows dialogues
   */
  public static TrainingResult run(
      String name,
      String version,
      TrainValidationSplit corpora,
      TrainingSettings alone,
      TrainingSettings following,
      Checkpoints checkpoints,
      TrainingListener listener) {
    listener.trialStarted("Without context");
    TrainingResult without = Training.run(name, version, corpora, alone, checkpoints, listener);
    listener.trialStarted("With context");
    TrainingResult with =
        Training.run(name, version, corpora, following, checkpoints.goingOn(), listener);
    double accuracyWithout = without.evaluation().accuracy();
    double accuracyWith = with.evaluation().accuracy();
    return accuracyWith > accuracyWithout
        ? with.compared(Provenance.WITHOUT_CONTEXT, accuracyWithout)
        : without.compared(Provenance.WITH_CONTEXT, accuracyWith);
  }
}
