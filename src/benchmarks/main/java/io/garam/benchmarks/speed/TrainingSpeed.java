package io.garam.benchmarks.speed;

import io.garam.benchmarks.Medians;
import io.garam.nlu.encoding.UtteranceEncoder;
import io.garam.nlu.encoding.Vocabulary;
import io.garam.nlu.text.WordTokenizer;
import io.garam.training.SuggestedSettings;
import io.garam.training.TrainingSettings;
import io.garam.training.Views;
import io.garam.training.corpus.ColumnMapping;
import io.garam.training.corpus.Corpus;
import io.garam.training.corpus.CorpusReader;
import io.garam.training.network.Learner;
import io.garam.training.network.Libtorch;
import io.garam.training.network.NetworkShape;
import io.garam.training.network.Regularization;
import io.garam.training.network.TextIds;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How fast Garam's words view learns beside the same network in Python's torch, on the same
 * batches. Nothing is thinned, since chance would give each other work; torch has its tensors
 * ready, while Garam makes its own in the time that counts, as it does in training.
 */
public final class TrainingSpeed {

  private static final int BATCHES = 30;
  private static final int MOST_TOKENS = 128;
  private static final int[] NO_CHARACTERS = new int[0];

  private final Lessons lessons;
  private final UtteranceEncoder encoder;
  private final TrainingSettings settings;
  private final Corpus corpus;

  private TrainingSpeed(Corpus corpus) {
    this.settings = SuggestedSettings.of(corpus, Views.WORDS);
    this.corpus = corpus;
    this.encoder = encoder(corpus, settings);
    try (Learner reader = learner(settings.regularization())) {
      this.lessons = Lessons.of(corpus, encoder, settings, reader, BATCHES);
    }
  }

  /**
   * Measures and prints.
   *
   * @param args the corpus to learn from, and the folder of scripts in other languages
   */
  public static void main(String[] args) throws Exception {
    Libtorch.load(1);
    Corpus corpus = CorpusReader.read(Path.of(args[0]), ColumnMapping.DEFAULT);
    new TrainingSpeed(corpus).measure(Path.of(args[1]).resolve("torch_speed.py"));
  }

  private static UtteranceEncoder encoder(Corpus corpus, TrainingSettings settings) {
    WordTokenizer tokenizer = new WordTokenizer(true, MOST_TOKENS);
    Map<String, Long> counts =
        corpus.texts().stream()
            .flatMap(text -> tokenizer.tokenize(text).stream())
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    counts.values().removeIf(count -> count == 1);
    List<String> known = counts.keySet().stream().sorted().toList();
    return new UtteranceEncoder(tokenizer, new Vocabulary(known), settings.subwords(), null);
  }

  private Learner learner(Regularization regularization) {
    NetworkShape shape =
        new NetworkShape(
            settings.cell(),
            settings.directions(),
            settings.embedding(),
            settings.hidden(),
            corpus.labels().size());
    Learner learner =
        new Learner(encoder, shape, regularization, settings.deviation(), settings.seed());
    // A learner knows only tokens that it has read, and numbers them in that order.
    corpus.texts().forEach(learner::read);
    return learner;
  }

  private void measure(Path script) throws Exception {
    Regularization usual = settings.regularization();
    Regularization whole = new Regularization(usual.dropout(), 0, 0, 0, usual.labelSmoothing());
    try (Torch torch = Torch.start(script, lessons);
        Learner learner = learner(whole);
        Learner thinning = learner(usual)) {
      for (int threads : new int[] {1, 2}) {
        new Medians()
            .variant("Python's torch", () -> torch.learn(threads).rate())
            .variant("Garam", () -> learn(learner, threads).rate())
            .variant("Garam, thinning", () -> learn(thinning, threads).rate())
            .print("Learning, threads: " + threads + ", utterances:");
      }
      System.out.printf(
          Locale.ROOT,
          "Mean loss of one pass more: torch %.4f, Garam %.4f.%n",
          torch.learn(1).loss(),
          learn(learner, 1).loss());
    }
  }

  private Pass learn(Learner learner, int threads) {
    Libtorch.load(threads);
    int utterances = 0;
    double loss = 0;
    long start = System.nanoTime();
    for (Lessons.Batch batch : lessons.batches()) {
      List<TextIds> texts =
          batch.utterances().stream().map(ids -> new TextIds(ids, NO_CHARACTERS)).toList();
      loss += texts.size() * learner.learn(texts, batch.labels(), settings.rates());
      utterances += texts.size();
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    return new Pass(utterances / seconds, loss / utterances);
  }
}
