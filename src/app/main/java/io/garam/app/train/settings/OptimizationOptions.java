package io.garam.app.train.settings;

import io.garam.app.options.Ranges;
import io.garam.training.optimizer.LearningRates;
import io.garam.training.settings.OptimizationSettings;
import io.garam.training.settings.TrainingSettings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The flags of the training loop: its steps, its teachers, its random choices and its threads. */
final class OptimizationOptions {

  private static final int TEACHERS = 4;
  private static final int MOST_EPOCHS = 1_000;
  private static final int LARGEST_BATCH = 8_192;
  private static final int MOST_THREADS = 64;

  @Option(
      names = "--epochs",
      paramLabel = "N",
      description = "Epochs at most, passes over the training set; the best epoch is kept.")
  private @Nullable Integer epochs;

  @Option(
      names = "--patience",
      paramLabel = "N",
      description = "Epochs without a better validation accuracy after which to stop early.")
  private @Nullable Integer patience;

  @Option(
      names = "--batch",
      paramLabel = "N",
      description = "Utterances in a minibatch, one step of the optimizer.")
  private @Nullable Integer batch;

  @Option(
      names = "--learning-rate",
      paramLabel = "RATE",
      description = "Peak learning rate of the recurrent layer and the output layer.")
  private @Nullable Double learningRate;

  @Option(
      names = "--embedding-learning-rate",
      paramLabel = "RATE",
      description = "Peak learning rate of the embedding tables.")
  private @Nullable Double embeddingLearningRate;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Of every random choice: the same seed gives the same model. Default: 1.")
  private @Nullable Long seed;

  @Option(
      names = "--best",
      description =
          "Distil: train several teachers first and then the student, which is kept and learns from"
              + " their mean probabilities too: a little more accurate, as fast and small, and"
              + " several times as long in the making.")
  private boolean best;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description =
          "Networks that train in parallel, with the same outcome: views, or those of --best."
              + " Default: one for each processor.")
  private @Nullable Integer threads;

  /** Puts the settings given in place of those suggested. */
  void over(TrainingSettings suggested, TrainingSettings.Builder settings) {
    OptimizationSettings usual = suggested.optimization();
    settings
        .optimization(
            new OptimizationSettings(
                new LearningRates(
                    Ranges.positive("learning-rate", learningRate, usual.rates().dense()),
                    Ranges.positive(
                        "embedding-learning-rate",
                        embeddingLearningRate,
                        usual.rates().embedding())),
                Ranges.whole("epochs", epochs, usual.epochs(), MOST_EPOCHS),
                Ranges.whole("patience", patience, usual.patience(), MOST_EPOCHS),
                Ranges.whole("batch", batch, usual.batch(), LARGEST_BATCH)))
        .seed(seed == null ? suggested.seed() : seed)
        .teachers(best ? TEACHERS : suggested.teachers())
        .threads(Ranges.whole("threads", threads, suggested.threads(), MOST_THREADS));
  }
}
