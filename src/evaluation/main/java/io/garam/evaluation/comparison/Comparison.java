package io.garam.evaluation.comparison;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    int count, int agreed, int bothRight, int bothWrong, McNemar discordant, List<Change> changes) {

  /** The most examples of a change. */
  public static final int MOST_EXAMPLES = 3;

  /**
   * A label that the second gives where the first gives another.
   *
   * @param from what the first says
   * @param to what the second says
   * @param count how many utterances
   * @param improvements how many of them people gave the second's label
   * @param regressions how many of them people gave the first's label
   * @param examples the first of these utterances that differ, at most {@value #MOST_EXAMPLES}
   */
  public record Change(
      String from,
      String to,
      int count,
      int improvements,
      int regressions,
      List<Example> examples) {

    public Change {
      examples = List.copyOf(examples);
    }
  }

  /**
   * An utterance that changes its label.
   *
   * @param gold the label that people gave, null where they gave none
   */
  public record Example(String text, @Nullable String gold) {}

  public Comparison {
    changes = List.copyOf(changes);
  }

  /** Returns how many utterances have a label that people gave. */
  public int scored() {
    return bothRight + bothWrong + discordant.onlyFirst() + discordant.onlySecond();
  }

  /**
   * Returns which share of the utterances gets the same label from both; 1 where there are none.
   */
  public double agreement() {
    return count == 0 ? 1 : (double) agreed / count;
  }

  /** Returns which share of the scored utterances the first is right on; 0 where there are none. */
  public double firstAccuracy() {
    return share(bothRight + discordant.onlyFirst());
  }

  /**
   * Returns which share of the scored utterances the second is right on; 0 where there are none.
   */
  public double secondAccuracy() {
    return share(bothRight + discordant.onlySecond());
  }

  private double share(int right) {
    return scored() == 0 ? 0 : (double) right / scored();
  }

  /**
   * Says in plain sentences which of the two is better, and how sure that is.
   *
   * @param firstName what to call the first, such as "korean 1"
   * @param secondName what to call the second
   */
  public String verdict(String firstName, String secondName) {
    return new Verdict(this, firstName, secondName).text();
  }

  /**
   * Collects what two models say, one utterance at a time. It keeps counts and a few examples, so
   * that millions of utterances take no more memory than thousands. Not for several threads.
   */
  public static final class Builder {

    private final Map<String, Map<String, ChangeCount>> changes = new HashMap<>();
    private int count;
    private int bothRight;
    private int bothWrong;
    private int onlyFirst;
    private int onlySecond;
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
        score(gold.equals(first), gold.equals(second));
      }
      if (first.equals(second)) {
        agreed++;
      } else {
        changes
            .computeIfAbsent(first, from -> new HashMap<>())
            .computeIfAbsent(second, to -> new ChangeCount(first, second))
            .add(text, gold);
      }
    }

    private void score(boolean firstRight, boolean secondRight) {
      if (firstRight && secondRight) {
        bothRight++;
      } else if (firstRight) {
        onlyFirst++;
      } else if (secondRight) {
        onlySecond++;
      } else {
        bothWrong++;
      }
    }

    /** Returns what was collected so far. */
    public Comparison build() {
      return new Comparison(
          count,
          agreed,
          bothRight,
          bothWrong,
          new McNemar(onlyFirst, onlySecond),
          changes.values().stream()
              .flatMap(from -> from.values().stream())
              .map(ChangeCount::change)
              .sorted(
                  Comparator.comparingInt(Change::count)
                      .reversed()
                      .thenComparing(Change::from)
                      .thenComparing(Change::to))
              .toList());
    }
  }

  private static final class ChangeCount {

    private final String from;
    private final String to;
    private final List<Example> examples = new ArrayList<>(MOST_EXAMPLES);
    private int count;
    private int improvements;
    private int regressions;

    ChangeCount(String from, String to) {
      this.from = from;
      this.to = to;
    }

    void add(String text, @Nullable String gold) {
      count++;
      improvements += to.equals(gold) ? 1 : 0;
      regressions += from.equals(gold) ? 1 : 0;
      Example example = new Example(text, gold);
      if (examples.size() < MOST_EXAMPLES && !examples.contains(example)) {
        examples.add(example);
      }
    }

    Change change() {
      return new Change(from, to, count, improvements, regressions, examples);
    }
  }
}
