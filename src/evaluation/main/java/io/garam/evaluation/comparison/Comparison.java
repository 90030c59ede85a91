package io.garam.evaluation.comparison;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Comparison of predictions: what two models, or a model and what was tagged live, say of the same
 * utterances. Where people labelled an utterance it is scored too; the others count for agreement
 * alone.
 *
 * @param count how many utterances
 * @param agreed how many of them get the same label from both
 * @param bothRight scored utterances on which both are right
 * @param bothWrong scored utterances on which both are wrong, whether they agree or not
 * @param discordant scored utterances on which one alone is right
 * @param changes labels that the second gives in place of the first's, the most frequent first
 */
public record Comparison(
    int count,
    int agreed,
    int bothRight,
    int bothWrong,
    McNemar discordant,
    List<LabelChange> changes) {

  public Comparison {
    changes = List.copyOf(changes);
  }

  /** Returns how many utterances have a label that people gave. */
  public int scored() {
    return bothRight + bothWrong + discordant.onlyFirst() + discordant.onlySecond();
  }

  /** Returns the share of utterances that get the same label from both; 1 where there are none. */
  public double agreement() {
    return count == 0 ? 1 : (double) agreed / count;
  }

  /** Returns the share of scored utterances that the first is right on; 0 where there are none. */
  public double firstAccuracy() {
    return share(bothRight + discordant.onlyFirst());
  }

  /** Returns the share of scored utterances that the second is right on; 0 where there are none. */
  public double secondAccuracy() {
    return share(bothRight + discordant.onlySecond());
  }

  private double share(int right) {
    return scored() == 0 ? 0 : (double) right / scored();
  }

  /**
   * Says in plain sentences which of the two is better, and how sure that is, with names such as
   * "korean 1".
   */
  public String verdict(String firstName, String secondName) {
    return new Verdict(this, firstName, secondName).text();
  }

  /** Collects what two models say, one utterance at a time. Not for several threads. */
  public static final class Builder {

    private final ContingencyTable scored = new ContingencyTable();
    private final LabelChanges changes = new LabelChanges();
    private int count;
    private int agreed;

    /**
     * Adds an utterance.
     *
     * @param gold the label that people gave, null where they gave none
     * @param first the label that the first model gives
     * @param second the label that the second model gives
     */
    public void add(String text, @Nullable String gold, String first, String second) {
      count++;
      if (gold != null) {
        scored.add(gold.equals(first), gold.equals(second));
      }
      if (first.equals(second)) {
        agreed++;
      } else {
        changes.add(text, gold, first, second);
      }
    }

    /** Returns what was collected so far. */
    public Comparison build() {
      return new Comparison(
          count,
          agreed,
          scored.bothRight(),
          scored.bothWrong(),
          scored.discordant(),
          changes.sorted());
    }
  }
}
