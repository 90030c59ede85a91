package io.garam.benchmarks.speed;

import io.garam.nlu.encoding.Vocabulary;
import io.garam.nlu.encoding.WordEncoder;
import io.garam.training.corpus.Corpus;
import io.garam.training.corpus.LabelledUtterance;
import io.garam.training.embedding.EncodedText;
import io.garam.training.network.Learner;
import io.garam.training.settings.TrainingSettings;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What is learned in a pass, as a file tells it to another program. Its field names are those that
 * {@code torch_speed.py} reads.
 *
 * @param width numbers in a token vector, and units of the layer in each direction
 * @param labels how many labels
 * @param ownRows rows of the table of tokens' own vectors
 * @param ngramRows rows of the table of n-grams
 * @param tokens by id, the rows that make up its vector
 * @param batches in the order of learning
 */
record EpochBatches(
    int width,
    int labels,
    double dropout,
    double labelSmoothing,
    int ownRows,
    int ngramRows,
    List<Token> tokens,
    List<Batch> batches) {

  /** A token's row of its own, and those of its n-grams. */
  record Token(int own, int[] ngrams) {}

  /**
   * Utterances that are learned from together.
   *
   * @param utterances the ids of each one's tokens
   * @param labels the index of each one's label
   */
  record Batch(List<int[]> utterances, long[] labels) {}

  /**
   * Returns the first batches of an epoch.
   *
   * @param learner that numbers the tokens, as any does that reads the corpus from its start
   */
  static EpochBatches of(
      Corpus corpus, WordEncoder encoder, TrainingSettings settings, Learner learner, int batches) {
    List<String> labels = corpus.labels();
    List<EncodedText> ids = corpus.texts().stream().map(learner::read).toList();
    return new EpochBatches(
        settings.network().hidden(),
        labels.size(),
        settings.regularization().dropout(),
        settings.regularization().labelSmoothing(),
        encoder.vocabulary().size(),
        1 + encoder.view().subwords().buckets(),
        tokens(corpus, encoder, ids),
        learner.shuffled(ids, null, settings.optimization().batch()).stream()
            .limit(batches)
            .map(members -> batch(corpus, labels, ids, members.utterances()))
            .toList());
  }

  /** Finds each token's rows again, since a learner keeps them to itself. */
  private static List<Token> tokens(Corpus corpus, WordEncoder encoder, List<EncodedText> ids) {
    int last = ids.stream().flatMapToInt(text -> IntStream.of(words(text))).max().orElseThrow();
    Token[] tokens = new Token[last + 1];
    Arrays.fill(tokens, new Token(Vocabulary.UNKNOWN, new int[0]));
    for (int i = 0; i < ids.size(); i++) {
      List<String> words = encoder.view().tokenizer().tokenize(corpus.utterances().get(i).text());
      for (int t = 0; t < words.size(); t++) {
        int own = encoder.vocabulary().row(words.get(t));
        tokens[words(ids.get(i))[t]] = new Token(own, encoder.view().subwords().rows(words.get(t)));
      }
    }
    return List.of(tokens);
  }

  private static Batch batch(
      Corpus corpus, List<String> labels, List<EncodedText> ids, List<Integer> members) {
    return new Batch(
        members.stream().map(i -> words(ids.get(i))).toList(),
        members.stream()
            .map(corpus.utterances()::get)
            .map(LabelledUtterance::label)
            .mapToLong(labels::indexOf)
            .toArray());
  }

  private static int[] words(EncodedText text) {
    return text.views().get(0);
  }
}
