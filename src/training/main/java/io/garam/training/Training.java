package io.garam.training;

import io.garam.nlu.GaramException;
import io.garam.nlu.encoding.UtteranceEncoder;
import io.garam.nlu.encoding.Vocabulary;
import io.garam.nlu.encoding.WordEncoder;
import io.garam.nlu.encoding.WordView;
import io.garam.nlu.text.Tokenizer;
import io.garam.training.TrainingListener.EpochFigures;
import io.garam.training.corpus.Corpus;
import io.garam.training.corpus.CorpusReview;
import io.garam.training.corpus.HeldOut;
import io.garam.training.network.Learner;
import io.garam.training.network.Learner.Rates;
import io.garam.training.network.Libtorch;
import io.garam.training.network.NetworkShape;
import io.garam.training.optimizer.LearningRate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
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

  /** A word seen once would learn that one utterance's label by heart. */
  private static final int FEWEST_OCCURRENCES = 2;

  private static final double HELD_OUT = 0.1;

  private final Corpus train;
  private final Corpus valid;
  private final Corpus answerable;
  private final TrainingSettings settings;
  private final TrainingListener listener;
  private final List<String> labels;
  private final UtteranceEncoder encoder;

  private Training(HeldOut corpora, TrainingSettings settings, TrainingListener listener) {
    this.train = known(corpora.train(), settings);
    this.valid = corpora.valid();
    this.answerable = known(valid, settings);
    this.settings = settings;
    this.listener = listener;
    this.labels = train.labels();
    WordView words = settings.words();
    this.encoder =
        new UtteranceEncoder(
            words == null ? null : new WordEncoder(words, vocabulary(train, words.tokenizer())),
            settings.characters());
  }

  /** What is none of the intents is not learned as if it were one: it has nothing in common. */
  private static Corpus known(Corpus corpus, TrainingSettings settings) {
    String foreign = settings.unknownLabel();
    return foreign == null ? corpus : corpus.without(foreign);
  }

  /**
   * Trains a model, keeps the best epoch, exports it and checks the export.
   *
   * @param name the model's name
   * @param version the model's version
   * @param train what it learns from
   * @param valid what chooses the best epoch and calibrates; null for a tenth of {@code train},
   *     held out
   * @throws GaramException if the corpus has fewer than two labels or is too small to hold out a
   *     part, lacks the unknown label in the validation part, libtorch is missing on this machine,
   *     or the export does not compute what was trained
   */
  public static TrainingResult run(
      String name,
      String version,
      Corpus train,
      @Nullable Corpus valid,
      TrainingSettings settings,
      TrainingListener listener) {
    List<String> intents = known(train, settings).labels();
    if (intents.size() < 2) {
      throw new GaramException(
          "Expected at least two labels in the corpus "
              + train.name()
              + ", but found only "
              + intents
              + "; add utterances with another label or name the right label column.");
    }
    HeldOut corpora =
        valid == null ? HeldOut.split(train, HELD_OUT, settings.seed()) : new HeldOut(train, valid);
    requireForeign(corpora.valid(), settings.unknownLabel());
    if (known(corpora.valid(), settings).size() == 0) {
      throw new GaramException(
          "Expected enough utterances in the corpus "
              + train.name()
              + " to hold out a tenth of each label, but it has only "
              + train.size()
              + "; add some, or name a validation corpus.");
    }
    warnOfLabelsNotLearned(known(corpora.valid(), settings), known(corpora.train(), settings));
    Libtorch.load(settings.threads());
    return new Training(corpora, settings, listener).run(name, version);
  }

  private static void requireForeign(Corpus valid, @Nullable String unknownLabel) {
    if (unknownLabel != null && !valid.labels().contains(unknownLabel)) {
      throw new GaramException(
          "Expected utterances with the unknown label \""
              + unknownLabel
              + "\" in the corpus "
              + valid.name()
              + ", but it has none; add some, or train without an unknown label.");
    }
  }

  private static void warnOfLabelsNotLearned(Corpus valid, Corpus train) {
    List<String> foreign = new ArrayList<>(valid.labels());
    foreign.removeAll(train.labels());
    if (!foreign.isEmpty()) {
      LOG.warn(
          "The labels {} of the validation corpus are not in the training corpus; their utterances"
              + " count as errors.",
          foreign);
    }
  }

  private TrainingResult run(String name, String version) {
    listener.reviewed(CorpusReview.of(train, answerable, encoder::tokens));
    NetworkShape shape =
        new NetworkShape(
            settings.cell(),
            settings.directions(),
            settings.embedding(),
            settings.hidden(),
            labels.size());
    try (Learner learner =
        new Learner(
            encoder, shape, settings.regularization(), settings.deviation(), settings.seed())) {
      List<EpochFigures> epochs = learn(learner);
      return new ModelAssembly(train, valid, settings, labels, encoder)
          .assemble(name, version, learner, epochs);
    }
  }

  /**
   * Learns until the last epoch, or until patience is at its end, and leaves the learner with the
   * weights of the best epoch.
   */
  private List<EpochFigures> learn(Learner learner) {
    EncodedCorpus lessons = EncodedCorpus.of(train, learner, labels);
    EncodedCorpus exam = EncodedCorpus.of(answerable, learner, labels);
    int batches = (train.size() + settings.batch() - 1) / settings.batch();
    LearningRate course = LearningRate.over(batches * settings.epochs());
    List<EpochFigures> epochs = new ArrayList<>();
    Learner.Snapshot best = learner.snapshot();
    double bestAccuracy = -1;
    int bestEpoch = 0;
    for (int epoch = 1;
        epoch <= settings.epochs() && epoch - bestEpoch <= settings.patience();
        epoch++) {
      listener.epochStarted(epoch, settings.epochs(), batches);
      long start = System.nanoTime();
      double loss = learnOnce(learner, lessons, course, (epoch - 1) * batches);
      double accuracy = exam.accuracy(learner.logits(exam.utterances()));
      boolean isBest = accuracy >= bestAccuracy;
      if (accuracy > bestAccuracy) {
        bestEpoch = epoch;
      }
      if (isBest) {
        bestAccuracy = accuracy;
        best = learner.snapshot();
      }
      double seconds = (System.nanoTime() - start) / 1e9;
      epochs.add(new EpochFigures(epoch, loss, accuracy, isBest, seconds));
      listener.epochEnded(epochs.get(epoch - 1));
    }
    learner.restore(best);
    return epochs;
  }

  /** Returns the mean loss of an utterance. */
  private double learnOnce(
      Learner learner, EncodedCorpus lessons, LearningRate course, int firstStep) {
    int step = firstStep;
    double loss = 0;
    for (List<Integer> batch : learner.shuffled(lessons.utterances(), settings.batch())) {
      double share = course.at(step++);
      Rates rates =
          new Rates(settings.rates().dense() * share, settings.rates().embedding() * share);
      loss += batch.size() * learner.learn(lessons.utterances(batch), lessons.labels(batch), rates);
      listener.batchLearned();
    }
    return loss / train.size();
  }

  /** The tokens that occur often enough, most frequent first. */
  private static Vocabulary vocabulary(Corpus corpus, Tokenizer tokenizer) {
    Map<String, Integer> counts = new HashMap<>();
    for (String text : corpus.texts()) {
      tokenizer.tokenize(text).forEach(token -> counts.merge(token, 1, Integer::sum));
    }
    return new Vocabulary(
        counts.entrySet().stream()
            .filter(token -> token.getValue() >= FEWEST_OCCURRENCES)
            .sorted(
                Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                    .thenComparing(Map.Entry.comparingByKey()))
            .map(Map.Entry::getKey)
            .toList());
  }
}
