package io.garam.training.network;

import io.garam.nlu.encoding.CharacterNgrams;
import io.garam.nlu.encoding.UtteranceEncoder;
import io.garam.training.checkpoint.Exchange;
import io.garam.training.export.NetworkWeights;
import io.garam.training.export.NetworkWeights.CharacterWeights;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * A classifier that learns: a network over words and, where the encoder reads characters too, one
 * over characters beside it. Each view learns on its own, and the logits are their mean: the two
 * err on different utterances, so that together they err on fewer. Equal seeds and corpora give
 * equal weights on equal machines. Not safe for many threads.
 */
public final class Learner implements AutoCloseable {

  private static final int[] NO_CHARACTERS = new int[0];

  private final long seed;
  private final Random random;
  private final @Nullable ExecutorService besides;
  private final ViewLearner words;
  private final @Nullable ViewLearner characters;

  /**
   * Makes an untrained classifier; {@link Libtorch#load} comes first.
   *
   * @param encoder that the tagger will use
   * @param shape of the network of each view
   * @param deviation the standard deviation of the tables' first, random numbers
   * @param threads 2 or more let the views learn at the same time, with the same outcome
   */
  public Learner(
      UtteranceEncoder encoder,
      NetworkShape shape,
      Regularization regularization,
      double deviation,
      long seed,
      int threads) {
    this.seed = seed;
    this.random = new Random(seed);
    this.besides = threads > 1 ? Executors.newSingleThreadExecutor() : null;
    this.words =
        new ViewLearner(new WordLexicon(encoder), shape, regularization, deviation, random);
    CharacterNgrams ngrams = encoder.characters();
    this.characters =
        ngrams == null
            ? null
            : new ViewLearner(
                new CharacterLexicon(ngrams),
                shape,
                regularization.forCharacters(),
                deviation,
                random);
  }

  /**
   * The learning rates of one step.
   *
   * @param dense of the recurrent layers and the outputs
   * @param embedding of the tables, which are touched row by row and so want larger steps
   */
  public record Rates(double dense, double embedding) {}

  /** Returns a text in the form that all methods here expect. */
  public TextIds read(String text) {
    return new TextIds(
        words.lexicon().ids(text),
        characters == null ? NO_CHARACTERS : characters.lexicon().ids(text));
  }

  /** Starts all random choices anew, so that an epoch's depend on nothing but seed and number. */
  public void beginEpoch(int epoch) {
    random.setSeed(seed + epoch);
    words.beginEpoch(random.nextLong());
    if (characters != null) {
      characters.beginEpoch(random.nextLong());
    }
  }

  /** Returns an epoch's batches, as indexes into {@code utterances}. */
  public List<List<Integer>> shuffled(List<TextIds> utterances, int batchSize) {
    int[] lengths = utterances.stream().mapToInt(TextIds::length).toArray();
    return BatchOrder.shuffled(lengths, batchSize, random);
  }

  /**
   * Learns from one batch.
   *
   * @param utterances each with at least one token
   * @param targets the probabilities that the answers shall have, {@code [utterances, labels]}: 1
   *     for the true label where it is known for certain
   * @return the mean loss, in nats, also over the views
   */
  public double learn(List<TextIds> utterances, float[] targets, Rates rates) {
    if (characters == null) {
      return words.learn(words(utterances), targets, rates);
    }
    ViewLearner other = characters;
    List<int[]> others = characters(utterances);
    CompletableFuture<Double> loss =
        CompletableFuture.supplyAsync(
            () -> other.learn(others, targets, rates), besides == null ? Runnable::run : besides);
    return (words.learn(words(utterances), targets, rates) + loss.join()) / 2;
  }

  /** Returns logits {@code [utterances, labels]}, in the order given. */
  public float[][] logits(List<TextIds> utterances) {
    float[][] logits = words.logits(words(utterances));
    if (characters != null) {
      float[][] others = characters.logits(characters(utterances));
      for (int i = 0; i < logits.length; i++) {
        for (int label = 0; label < logits[i].length; label++) {
          logits[i][label] = (logits[i][label] + others[i][label]) / 2;
        }
      }
    }
    return logits;
  }

  private static List<int[]> words(List<TextIds> utterances) {
    return utterances.stream().map(TextIds::words).toList();
  }

  private static List<int[]> characters(List<TextIds> utterances) {
    return utterances.stream().map(TextIds::characters).toList();
  }

  /** All weights at one moment. */
  public static final class Snapshot {
    private final ViewLearner.Snapshot words;
    private final ViewLearner.@Nullable Snapshot characters;

    private Snapshot(ViewLearner.Snapshot words, ViewLearner.@Nullable Snapshot characters) {
      this.words = words;
      this.characters = characters;
    }

    /** Exchanges these weights with a checkpoint's. */
    public void exchange(Exchange checkpoint) {
      words.exchange(checkpoint.part("words"));
      if (characters != null) {
        characters.exchange(checkpoint.part("characters"));
      }
    }
  }

  /** Returns a copy of all weights. */
  public Snapshot snapshot() {
    return new Snapshot(words.snapshot(), characters == null ? null : characters.snapshot());
  }

  /** Goes back to the weights of an earlier moment. */
  public void restore(Snapshot snapshot) {
    words.restore(snapshot.words);
    if (characters != null && snapshot.characters != null) {
      characters.restore(snapshot.characters);
    }
  }

  /** Exchanges all that the next epoch depends on with a checkpoint's. */
  public void exchange(Exchange checkpoint) {
    words.exchange(checkpoint.part("words"));
    if (characters != null) {
      characters.exchange(checkpoint.part("characters"));
    }
  }

  /**
   * Ends the training: rounds the tables to 8 bits, here too, and returns all weights for export.
   * From here on {@link #logits} are those that the exported graph has to reproduce.
   */
  public NetworkWeights finish() {
    EmbeddingTables.Ready tables = words.round();
    return new NetworkWeights(
        tables.own(),
        tables.ngrams(),
        words.weights(),
        characters == null
            ? null
            : new CharacterWeights(characters.round().ngrams(), characters.weights()));
  }

  @Override
  public void close() {
    if (besides != null) {
      besides.shutdown();
    }
    words.close();
    if (characters != null) {
      characters.close();
    }
  }
}
