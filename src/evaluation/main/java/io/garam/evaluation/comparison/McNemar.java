package io.garam.evaluation.comparison;

import io.garam.evaluation.Prediction;
import io.garam.nlu.GaramException;
import java.util.List;
import org.apache.commons.statistics.inference.AlternativeHypothesis;
import org.apache.commons.statistics.inference.BinomialTest;

/**
 * McNemar test: whether one of two models is right more often on the same utterances, or only
 * luckier: McNemar's test (McNemar 1947, "Note on the sampling error of the difference between
 * correlated proportions or percentages"). Utterances on which both are right or both are wrong
 * tell nothing; if the models were equally good, the others would be coin tosses. So p is that of
 * the exact binomial test, for any number of them.
 *
 * @param onlyFirst utterances on which the first model is right and the second wrong, b
 * @param onlySecond utterances on which the second model is right and the first wrong, c
 */
public record McNemar(int onlyFirst, int onlySecond) {

  /**
   * @throws IllegalArgumentException if a count is negative
   */
  public McNemar {
    if (onlyFirst < 0 || onlySecond < 0) {
      throw new IllegalArgumentException(
          "counts are at least 0, but these are " + onlyFirst + " and " + onlySecond);
    }
  }

  /**
   * Compares two models' predictions.
   *
   * @param first of one model
   * @param second of the other, for the same utterances in the same order
   * @throws GaramException if the gold labels show that the utterances are not the same
   */
  public static McNemar of(List<Prediction> first, List<Prediction> second) {
    requireSame(
        first.stream().map(Prediction::gold).toList(),
        second.stream().map(Prediction::gold).toList());
    ContingencyTable table = new ContingencyTable();
    for (int i = 0; i < first.size(); i++) {
      table.add(first.get(i).isCorrect(), second.get(i).isCorrect());
    }
    return table.discordant();
  }

  private static void requireSame(List<String> first, List<String> second) {
    if (!first.equals(second)) {
      throw new GaramException(
          "Expected two models' predictions for the same utterances in the same order, but found"
              + " different gold labels ("
              + first.size()
              + " and "
              + second.size()
              + " of them); let both models classify the same corpus.");
    }
  }

  /**
   * Returns the probability that equally good models differ at least as much as these, 0 to 1,
   * two-sided; 1 where they differ nowhere.
   */
  public double p() {
    // Twice the smaller tail: the library's two-sided test compares rounded probabilities, and so
    // leaves out the other tail's first where it comes out greater by a rounding.
    double tail =
        BinomialTest.withDefaults()
            .with(AlternativeHypothesis.LESS_THAN)
            .test(onlyFirst + onlySecond, Math.min(onlyFirst, onlySecond), 0.5)
            .getPValue();
    return Math.min(1, 2 * tail);
  }
}
