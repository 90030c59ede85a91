package io.garam.benchmarks.speed;

import io.garam.benchmarks.Medians;
import io.garam.nlu.encoding.UtteranceEncoder;
import io.garam.nlu.encoding.WordEncoder;
import io.garam.nlu.encoding.WordView;
import io.garam.training.VocabularyChoice;
import io.garam.training.corpus.ColumnMapping;
import io.garam.training.corpus.Corpus;
import io.garam.training.corpus.reader.CorpusReader;
import io.garam.training.network.Learner;
import io.garam.training.network.Libtorch;
import io.garam.training.network.Regularization;
import io.garam.training.settings.Speed;
import io.garam.training.settings.SuggestedSettings;
import io.garam.training.settings.TrainingSettings;
import io.garam.training.settings.Views;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;

/**
 * Speed benchmark of training: how fast Garam's words view learns beside the same network in
 * Python's torch, on the same batches. Nothing is dropped out, since chance would give each other
 * work; torch has its tensors ready, while Garam makes its own in the time that counts, as it does
 * in training.
 */
public final class TrainingSpeed {

  private static final int BATCHES = 30;

  private final EpochBatches batches;
  private final WordEncoder encoder;
  private final TrainingSettings settings;
  private final Corpus corpus;

  private TrainingSpeed(Corpus corpus) {
    this.settings = SuggestedSettings.of(corpus, Speed.BALANCED, Views.WORDS, false);
    this.corpus = corpus;
    this.encoder = encoder(corpus, Objects.requireNonNull(settings.text().words()));
    try (Learner reader = learner(settings.regularization())) {
      this.batches = EpochBatches.of(corpus, encoder, settings, reader, BATCHES);
    }
  }

  /**
   * Measures and prints.
   *
   * @param args the corpus to learn from, and the folder of scripts in other languages
   */
  public static void main(String[] args) throws Exception {
    Libtorch.load();
    Corpus corpus = CorpusReader.read(Path.of(args[0]), ColumnMapping.DEFAULT);
    new TrainingSpeed(corpus).measure(Path.of(args[1]).resolve("torch_speed.py"));
  }

  private static WordEncoder encoder(Corpus corpus, WordView words) {
    return new WordEncoder(words, VocabularyChoice.of(corpus.texts(), words.tokenizer()));
  }

  private Learner learner(Regularization regularization) {
    Learner learner =
        new Learner(
            new UtteranceEncoder(encoder, null),
            settings.shape(corpus.labels().size()),
            regularization,
            settings.network().deviation(),
            settings.seed(),
            1);
    // A learner knows only tokens that it has read, and numbers them in that order.
    corpus.texts().forEach(learner::read);
    return learner;
  }

  private void measure(Path script) throws Exception {
    Regularization usual = settings.regularization();
    LearningEpoch epoch = new LearningEpoch(batches, settings.optimization().rates());
    Regularization whole = new Regularization(usual.dropout(), 0, 0, 0, usual.labelSmoothing());
    try (Torch torch = Torch.start(script, batches);
        Learner learner = learner(whole);
        Learner droppingOut = learner(usual)) {
      new Medians()
          .variant("Python's torch, 1 thread", () -> torch.learn(1).rate())
          .variant("Python's torch, 2 threads", () -> torch.learn(2).rate())
          .variant("Garam, 1 thread", () -> epoch.run(learner).rate())
          .variant("Garam, 1 thread, dropping tokens out", () -> epoch.run(droppingOut).rate())
          .print("Learning, utterances:");
      System.out.printf(
          Locale.ROOT,
          "Mean loss of one pass more: torch %.4f, Garam %.4f.%n",
          torch.learn(1).loss(),
          epoch.run(learner).loss());
    }
  }
}
