package io.garam.nlu.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.garam.nlu.Intent;
import io.garam.nlu.Intent.Alternative;
import io.garam.nlu.Intent.ModelReference;
import io.garam.nlu.Thresholds;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The few greatest logits, beside a stable sort of all. */
final class GreatestLogitsTest {

  private static final ModelReference MODEL = new ModelReference("m", "1", "0");
  private static final int ROUNDS = 2_000;
  private static final float[] SPECIAL = {
    0f, -0f, Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, Float.MIN_VALUE
  };

  private static List<Integer> sorted(float[] logits, int most) {
    return IntStream.range(0, logits.length)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> 0.0 - logits[i]))
        .limit(most)
        .toList();
  }

  /** Of few different values, so that most are there several times. */
  private static float[] logits(Random random, int labels) {
    int values = 1 + random.nextInt(2 * labels);
    boolean special = random.nextInt(4) == 0;
    float[] logits = new float[labels];
    for (int i = 0; i < labels; i++) {
      logits[i] =
          special && random.nextInt(3) == 0
              ? SPECIAL[random.nextInt(SPECIAL.length)]
              : random.nextInt(values) / 3f - values / 6f;
    }
    return logits;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 7, 40, 150})
  void theyAreThoseThatAStableSortPutsFirst(int labels) {
    Random random = new Random(labels);
    for (int round = 0; round < ROUNDS; round++) {
      float[] logits = logits(random, labels);
      for (int most = 1; most <= 6; most++) {
        assertThat(GreatestLogits.of(logits, most))
            .as("%s of %s", most, logits)
            .containsExactly(sorted(logits, most).stream().mapToInt(i -> i).toArray());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 4, 7, 150})
  void aDecisionIsTheSameBitForBitAsOneThatSortsAllProbabilities(int labels) {
    Random random = new Random(labels);
    List<String> names = IntStream.range(0, labels).mapToObj(i -> "l" + i).toList();
    for (int round = 0; round < ROUNDS; round++) {
      float[] logits = logits(random, labels);
      Decision decision =
          new Decision(
              names,
              Math.exp(random.nextGaussian()),
              random.nextBoolean() ? 1 : Math.exp(random.nextGaussian() / 2),
              random.nextDouble());

      Intent intent = decision.decide(logits, Thresholds.OF_MODEL, MODEL);

      float[] probabilities = byTheFormula(decision, logits);
      List<Alternative> ranked =
          sorted(logits, 4).stream()
              .map(i -> new Alternative(names.get(i), probabilities[i]))
              .toList();
      boolean known = ranked.get(0).confidence() >= decision.threshold();
      assertThat(intent)
          .isEqualTo(
              new Intent(
                  known ? ranked.get(0).label() : Intent.UNKNOWN,
                  ranked.get(0).confidence(),
                  known
                      ? ranked.subList(1, ranked.size())
                      : ranked.subList(0, Math.min(3, ranked.size())),
                  MODEL,
                  null));
      assertThat(decision.probabilities(logits)).containsExactly(probabilities);
    }
  }

  /** All of the softmax, in arrays of its own. */
  private static float[] byTheFormula(Decision decision, float[] logits) {
    double max = Double.NEGATIVE_INFINITY;
    for (float logit : logits) {
      max = Math.max(max, logit);
    }
    double[] exponentials = new double[logits.length];
    double sum = 0;
    for (int i = 0; i < logits.length; i++) {
      double distance = max - logits[i];
      double below = decision.exponent() == 1 ? distance : Math.pow(distance, decision.exponent());
      exponentials[i] = Math.exp(-below / decision.temperature());
      sum += exponentials[i];
    }
    float[] probabilities = new float[logits.length];
    for (int i = 0; i < logits.length; i++) {
      probabilities[i] = (float) (exponentials[i] / sum);
    }
    return probabilities;
  }
}
