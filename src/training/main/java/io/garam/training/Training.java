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
import io.garam.training.packaging.SoftwareVersions;
import io.garam.training.random.RandomStreams;
import io.garam.training.random.RandomStreams.Purpose;
import io.garam.training.settings.TrainingSettings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One training, from a corpus to a checked model. The same corpora, settings and seed give the same
 * model on the same machine.
 */
public final class Training {

  private static final Logger LOG = LoggerFactory.getLogger(Training.class);

  private static final double HELD_OUT = 0.1;

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
    this.train = corpora.train();
    this.valid = corpora.valid();
    this.settings = settings;
    this.checkpoints = checkpoints;
    this.listener = listener;
    this.labels = known(train, settings).labels();
    WordView words = settings.text().words();
    this.encoder =
        new UtteranceEncoder(
            words == null
                ? null
                : new WordEncoder(words, VocabularyChoice.of(train.texts(), words.tokenizer())),
            settings.text().characters());
  }

  /** What is none of the intents is not learned as if it were one: it has nothing in common. */
  private static Corpus known(Corpus corpus, TrainingSettings settings) {
    String notLearned = settings.outOfScope().unknownLabel();
    return notLearned == null ? corpus : corpus.without(notLearned);
  }

  /**
   * Returns what to learn from and what to measure on.
   *
   * @param valid null for a tenth of {@code train}, held out
   * @param settings that say by which seed that tenth is chosen, and what the unknown label is
   * @throws GaramException if the training corpus has fewer than two labels or is too small to hold
   *     out a part, the validation corpus has nothing but the unknown label, or neither has it
   */
  public static TrainValidationSplit corpora(
      Corpus train, @Nullable Corpus valid, TrainingSettings settings) {
    requireTwo(train.labels(), train);
    TrainValidationSplit corpora =
        valid == null
            ? TrainValidationSplit.split(train, HELD_OUT, settings.seed())
            : new TrainValidationSplit(train, valid);
    if (corpora.valid().size() == 0) {
      throw new GaramException(
          "Expected enough utterances in the corpus "
              + train.name()
              + " to hold out a tenth, but "
              + tooFew(train)
              + "; add some, or name a validation corpus.");
    }
    requireLearnable(corpora, settings);
    return corpora;
  }

  /**
   * Trains a model, keeps the best epoch, exports it and checks the export.
   *
   * @param name the model's name
   * @param version the model's version
   * @param corpora what it learns from, and what chooses the best epoch and calibrates
   * @param checkpoints where the training is kept between two epochs, for whoever writes the model
   *     to delete
   * @throws GaramException if the corpora cannot be learned from, see {@link #corpora}, libtorch is
   *     missing on this machine, or the export does not compute what was trained
   */
  public static TrainingResult run(
      String name,
      String version,
      TrainValidationSplit corpora,
      TrainingSettings settings,
      Checkpoints checkpoints,
      TrainingListener listener) {
    requireLearnable(corpora, settings);
    warnOfLabelsNotLearned(known(corpora.valid(), settings), known(corpora.train(), settings));
    Libtorch.load();
    checkpoints.open();
    return new Training(corpora, settings, checkpoints, listener).run(name, version);
  }

  private static void requireLearnable(TrainValidationSplit corpora, TrainingSettings settings) {
    requireTwo(known(corpora.train(), settings).labels(), corpora.train());
    requireOutOfScope(corpora, settings.outOfScope().unknownLabel());
    if (known(corpora.valid(), settings).size() == 0) {
      throw new GaramException(
          "Expected utterances with an intent in the validation corpus "
              + corpora.valid().name()
              + ", but all have the unknown label \""
              + settings.outOfScope().unknownLabel()
              + "\"; add some that have one.");
    }
  }

  private static String tooFew(Corpus train) {
    if (train.hasDialogues()) {
      return "all are of one dialogue";
    }
    return train.size() == train.labels().size()
        ? "it has only one of each of its " + train.size() + " labels"
        : "it has only " + train.size();
  }

  private static void requireTwo(List<String> labels, Corpus corpus) {
    if (labels.size() < 2) {
      throw new GaramException(
          "Expected at least two labels in the corpus "
              + corpus.name()
              + ", but found only "
              + labels
              + "; add utterances with another label or name the right label column.");
    }
  }

  private static void requireOutOfScope(
      TrainValidationSplit corpora, @Nullable String unknownLabel) {
    if (unknownLabel != null
        && !corpora.train().labels().contains(unknownLabel)
        && !corpora.valid().labels().contains(unknownLabel)) {
      throw new GaramException(
          "Expected utterances with the unknown label \""
              + unknownLabel
              + "\" in the corpora "
              + corpora.train().name()
              + " and "
              + corpora.valid().name()
              + ", but they have none; add some, or train without an unknown label.");
    }
  }

  private static void warnOfLabelsNotLearned(Corpus valid, Corpus train) {
    List<String> notLearned = new ArrayList<>(valid.labels());
    notLearned.removeAll(train.labels());
    if (!notLearned.isEmpty()) {
      LOG.warn(
          "The labels {} of the validation corpus are not in the training corpus; their utterances"
              + " count as errors.",
          notLearned);
    }
  }

  private TrainingResult run(String name, String version) {
    listener.reviewed(
        new CorpusStatistics(known(train, settings), known(valid, settings), encoder::tokens)
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
              trainingSet, validationSet, settings, listener, checkpoints.of(network, identity()));
      List<EpochFigures> epochs = trainingLoop.fit(learner);
      return new ModelExporter(train, valid, settings, labels, encoder)
          .export(name, version, learner, epochs);
    }
  }

  private Teachers.Teacher teacher(int number) {
    Learner learner = learner(new RandomStreams(settings.seed()).seed(Purpose.TEACHER, number), 1);
    return new Teachers.Teacher(
        learner,
        new TrainingLoop(
            EncodedCorpus.of(train, learner, labels, settings),
            EncodedCorpus.of(valid, learner, labels, settings),
            settings,
            TrainingListener.NONE,
            checkpoints.of("teacher-" + number, identity())));
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

  /** All that the training depends on, by name. */
  private Map<String, String> identity() {
    Map<String, String> identity = new HashMap<>(settings.byFlag());
    identity.remove("threads");
    Map<String, String> versions = new HashMap<>(SoftwareVersions.current());
    versions.keySet().retainAll(List.of("garam", "libtorch"));
    identity.putAll(versions);
    identity.put("corpus", identity(train));
    identity.put("validation corpus", identity(valid));
    return identity;
  }

  private static String identity(Corpus corpus) {
    return String.format(
        Locale.ROOT,
        "%s of %d utterances (%08x)",
        corpus.name(),
        corpus.size(),
        corpus.utterances().hashCode());
  }
}
