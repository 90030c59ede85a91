package io.garam.training;

import io.garam.training.checkpoint.Checkpoints;
import io.garam.training.corpus.Corpus;
import io.garam.training.corpus.TrainValidationSplit;
import io.garam.training.settings.TrainingSettings;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Training plan: how a model is made of any corpus, so that what is measured on parts of a corpus
 * is made as the model that is kept.
 *
 * @param settings for the corpus of a training
 * @param alone settings of a model that judges every utterance alone, to be tried too and kept if
 *     it does as well; null where {@code settings} are the only ones
 */
public record TrainingPlan(
    Function<Corpus, TrainingSettings> settings,
    @Nullable Function<Corpus, TrainingSettings> alone) {

  /**
   * Trains a model.
   *
   * @param valid what chooses the best epoch, the context and the calibration; null for a part of
   *     {@code train}, held out
   * @throws io.garam.nlu.GaramException as {@link LearnableCorpora#of} and {@link Training#run}
   */
  public TrainingResult run(
      String name,
      String version,
      Corpus train,
      @Nullable Corpus valid,
      Checkpoints checkpoints,
      TrainingListener listener) {
    TrainingSettings chosen = settings.apply(train);
    TrainValidationSplit corpora = LearnableCorpora.of(train, valid, chosen);
    return alone == null
        ? Training.run(name, version, corpora, chosen, checkpoints, listener)
        : ContextChoice.run(
            name, version, corpora, alone.apply(train), chosen, checkpoints, listener);
  }
}
