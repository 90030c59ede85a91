package io.garam.evaluation.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.garam.evaluation.Prediction;
import io.garam.nlu.GaramException;
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
    // SciPy 1.10, chi2.sf((abs(b - c) - 1)**2 / (b + c), 1)
    "59, 121, 5.450094825427117e-06",
    "20, 35, 0.059058229090536506",
    "10, 15, 0.4237107971667936"
  })
  void manyPairsAreTestedByChiSquaredWithContinuityCorrection(int b, int c, double p) {
    assertThat(new McNemar(b, c).p()).isEqualTo(p, within(1e-12 + 1e-9 * p));
  }

  @Test
  void whatIsExactEndsAtTwentyFourPairs() {
    assertThat(new McNemar(10, 14).p())
        .as("SciPy 1.10, binomtest(10, 24).pvalue")
        .isEqualTo(0.5412561893463135, within(1e-12));
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
