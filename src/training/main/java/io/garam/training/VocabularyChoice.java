package io.garam.training;

import io.garam.nlu.encoding.Vocabulary;
import io.garam.nlu.text.Tokenizer;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Vocabulary selection: which tokens of a corpus become the rows of a model's word table. */
public final class VocabularyChoice {

  /** A word seen once would learn that one utterance's label by heart. */
  private static final int FEWEST_OCCURRENCES = 2;

  /**
   * A row is a byte for each number of a token's vector, so that 50,000 rows of 128 take 6 MB of
   * the model. The shipped models have up to 19,920; what is rarer is made of its n-grams.
   */
  static final int MOST_TOKENS = 50_000;

  private VocabularyChoice() {}

  /** Returns the tokens that occur often enough, the most frequent first. */
  public static Vocabulary of(List<String> texts, Tokenizer tokenizer) {
    Map<String, Integer> counts = new HashMap<>();
    for (String text : texts) {
      tokenizer.tokenize(text).forEach(token -> counts.merge(token, 1, Integer::sum));
    }
    return new Vocabulary(
        counts.entrySet().stream()
            .filter(token -> token.getValue() >= FEWEST_OCCURRENCES)
            .sorted(
                Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                    .thenComparing(Map.Entry.comparingByKey()))
            .limit(MOST_TOKENS)
            .map(Map.Entry::getKey)
            .toList());
  }
}
