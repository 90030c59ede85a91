package io.garam.training;

import io.garam.evaluation.report.EpochFigures;
import io.garam.nlu.GaramException;
import io.garam.nlu.encoding.UtteranceEncoder;
import io.garam.nlu.encoding.WordEncoder;
import io.garam.nlu.encoding.WordView;
import io.garam.training.checkpoint.Checkpoints;
import io.garam.training.corpus.Corpus;
import io.garam.training.corpus.CorpusStatistics;
import io.garam.training.corpus.TrainValidationSplit;
import io.garam.training.network.Learner;
import io.garam.training.network.Libtorch;
import io.garam.training.random.RandomStreams;
import io.garam.training.random.RandomStreams.Purpose;
import io.garam.training.settings.TrainingSettings;
import java.util.List;

/**
 * Training run, from a corpus to a checked model. The same corpora, settings and seed give the same
 * model on the same machine.
 */
public final class Training {

  private final TrainValidationSplit corpora;
  private final Corpus train;
  private final Corpus valid;
  private final TrainingSettings settings;
  private final TrainingListener listener;
  private final Checkpoints checkpoints;
  private final List<String> labels;
  private final UtteranceEncoder encoder;

  private Training(
      TrainValidationSplit corpora,
      TrainingSettings settings,
      Checkpoints checkpoints,
      TrainingListener listener) {
    this.corpora = corpora;
    this.train = corpora.train();
    this.valid = corpora.valid();
    this.settings = settings;
    this.checkpoints = checkpoints;
    this.listener = listener;
    this.labels = LearnableCorpora.known(train, settings).labels();
    WordView words = settings.text().words();
    this.encoder =
        new UtteranceEncoder(
            words == null
                ? null
                : new WordEncoder(words, VocabularyChoice.of(train.texts(), words.tokenizer())),
            settings.text().characters());
  }

  /**
   * Trains a model, keeps the best epoch, exports it and checks the export.
   *
   * @param name the model's name
   * @param version the model's version
   * @param corpora what it learns from, and what chooses the best epoch and calibrates
   * @param checkpoints where the training is kept between two epochs, for whoever writes the model
   *     to delete
   * @throws GaramException if the corpora cannot be learned from, see {@link LearnableCorpora#of},
   *     libtorch is missing on this machine, or the export does not compute what was trained
   */
  public static TrainingResult run(
      String name,
      String version,
      TrainValidationSplit corpora,
      TrainingSettings settings,
      Checkpoints checkpoints,
      TrainingListener listener) {
    LearnableCorpora.require(corpora, settings);
    LearnableCorpora.warnOfLabelsNotLearned(corpora, settings);
    Libtorch.load();
    checkpoints.open();
    return new Training(corpora, settings, checkpoints, listener).run(name, version);
  }

  private TrainingResult run(String name, String version) {
    listener.reviewed(
        new CorpusStatistics(
                LearnableCorpora.known(train, settings),
                LearnableCorpora.known(valid, settings),
                encoder::tokens)
            .review());
    try (Learner learner = learner(settings.seed(), settings.threads())) {
      EncodedCorpus trainingSet = EncodedCorpus.of(train, learner, labels, settings);
      if (settings.teachers() > 0) {
        Teachers teachers = new Teachers(settings.teachers(), settings.threads(), listener);
        trainingSet = trainingSet.withTargets(teachers.targets(this::teacher, trainingSet));
      }
      EncodedCorpus validationSet = EncodedCorpus.of(valid, learner, labels, settings);
      String network = settings.dialogue() == null ? "model" : "model-with-context";
      TrainingLoop trainingLoop =
          new TrainingLoop(
              trainingSet,
              validationSet,
              settings,
              listener,
              checkpoints.of(network, TrainingIdentity.of(corpora, settings)));
      List<EpochFigures> epochs = trainingLoop.fit(learner);
      return new ModelExporter(train, valid, settings, labels, encoder)
          .export(name, version, learner, epochs);
    }
  }

  private Teacher teacher(int number) {
    Learner learner = learner(new RandomStreams(settings.seed()).seed(Purpose.TEACHER, number), 1);
    return new Teacher(
        learner,
        new TrainingLoop(
            EncodedCorpus.of(train, learner, labels, settings),
            EncodedCorpus.of(valid, learner, labels, settings),
            settings,
            TrainingListener.NONE,
            checkpoints.of("teacher-" + number, TrainingIdentity.of(corpora, settings))));
  }

  private Learner learner(long seed, int threads) {
    return new Learner(
        encoder,
        settings.shape(labels.size()),
        settings.regularization(),
        settings.network().deviation(),
        seed,
        threads);
  }
}
