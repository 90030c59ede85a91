package io.garam.evaluation.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.garam.evaluation.Prediction;
import io.garam.nlu.GaramException;
import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class McNemarTest {

  @ParameterizedTest
  @CsvSource({
    // By hand: twice the shorter tail of Pascal's triangle, over two to the number of pairs.
    "0, 5, 0.0625",
    "1, 9, 0.021484375",
    "3, 12, 0.03515625",
    "7, 7, 1",
    "0, 0, 1"
  })
  void fewPairsAreTestedExactly(int b, int c, double p) {
    assertThat(new McNemar(b, c).p()).isEqualTo(p, within(1e-12));
  }

  @ParameterizedTest
  @CsvSource({
    // Sums of binomial coefficients over two to the number of pairs, in whole numbers.
    "10, 14, 0.5412561893463135",
    "10, 15, 0.42435622215270996",
    "20, 35, 0.058064146792409066",
    "59, 121, 4.434449263755176e-06",
    "1000, 1200, 2.1817026407914712e-05"
  })
  void manyPairsAreTestedExactlyToo(int b, int c, double p) {
    assertThat(new McNemar(b, c).p()).isEqualTo(p, within(1e-9 * p));
  }

  /** The library's two-sided test gives 0.044 for 20 and 35, where 0.058 is right. */
  @Test
  void bothTailsCountWhateverIsRounded() {
    for (int n = 1; n <= 80; n++) {
      for (int b = 0; b <= n / 2; b++) {
        BigInteger tail = BigInteger.ZERO;
        BigInteger coefficient = BigInteger.ONE;
        for (int i = 0; i <= b; i++) {
          tail = tail.add(coefficient);
          coefficient =
              coefficient.multiply(BigInteger.valueOf(n - i)).divide(BigInteger.valueOf(i + 1));
        }
        double p = Math.min(1, tail.shiftLeft(1).doubleValue() / Math.pow(2, n));
        assertThat(new McNemar(b, n - b).p())
            .as("%d and %d", b, n - b)
            .isEqualTo(p, within(1e-9 * p));
      }
    }
  }

  @Test
  void millionsOfPairsAreTestedAsSoonAsFew() {
    assertThat(new McNemar(1_000_000, 1_002_000).p()).isBetween(0.1, 0.2);
    assertThat(new McNemar(0, 2_000_000).p()).isZero();
  }

  @Test
  void theOrderOfTheModelsDoesNotMatter() {
    assertThat(new McNemar(3, 12).p()).isEqualTo(new McNemar(12, 3).p());
    assertThat(new McNemar(59, 121).p()).isEqualTo(new McNemar(121, 59).p());
  }

  @Test
  void modelsThatErrEquallyOftenDoNotDiffer() {
    assertThat(new McNemar(40, 40).p()).isEqualTo(1);
  }

  @Test
  void onlyUtterancesThatOneModelAloneGetsRightCount() {
    List<Prediction> first = List.of(right(), right(), wrong("refund"), wrong("refund"), right());
    List<Prediction> second =
        List.of(right(), wrong("refund"), right(), wrong("greet"), wrong("greet"));

    assertThat(McNemar.of(first, second)).isEqualTo(new McNemar(2, 1));
  }

  @Test
  void predictionsForOtherUtterancesAreRefused() {
    List<Prediction> other = List.of(new Prediction("hello", "greet", "greet", "greet", 1));

    assertThatThrownBy(() -> McNemar.of(List.of(right()), other))
        .isInstanceOf(GaramException.class)
        .hasMessageContaining("same utterances");
    assertThatThrownBy(() -> McNemar.of(List.of(right(), right()), List.of(right())))
        .isInstanceOf(GaramException.class)
        .hasMessageContaining("2 and 1");
  }

  @Test
  void countsBelowZeroAreRefused() {
    assertThatThrownBy(() -> new McNemar(-1, 3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("-1 and 3");
  }

  private static Prediction right() {
    return new Prediction("two teas", "order", "order", "order", 0.9);
  }

  private static Prediction wrong(String predicted) {
    return new Prediction("two teas", "order", predicted, predicted, 0.9);
  }
}
