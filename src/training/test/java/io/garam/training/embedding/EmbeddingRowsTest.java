package io.garam.training.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.garam.nlu.encoding.Vocabulary;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class EmbeddingRowsTest {

  private static final EmbeddingRows WHOLE = EmbeddingRows.of(5, IntStream.range(1, 17).toArray());

  @Test
  void theSumIsDividedByTheRootOfTheNumberOfNgrams() {
    assertThat(WHOLE.scale()).isEqualTo(0.25f);
    assertThat(EmbeddingRows.of(5, new int[0]).scale()).isZero();
  }

  @Test
  void withoutDropoutNothingIsLeftOut() {
    EmbeddingRows withDropout = WHOLE.withDropout(0, 0, new Random(1));

    assertThat(withDropout.own()).isEqualTo(WHOLE.own());
    assertThat(withDropout.ngrams()).containsExactly(WHOLE.ngrams());
    assertThat(withDropout.scale()).isEqualTo(WHOLE.scale());
  }

  @Test
  void rowsAreLeftOutAsOftenAsToldAndTheExpectedSumStays() {
    Random random = new Random(1);
    int unknown = 0;
    double sum = 0;
    for (int i = 0; i < 10_000; i++) {
      EmbeddingRows withDropout = WHOLE.withDropout(0.3, 0.4, random);
      unknown += withDropout.own() == Vocabulary.UNKNOWN ? 1 : 0;
      sum += withDropout.ngrams().length * withDropout.scale();
    }

    assertThat(unknown / 10_000.0).isCloseTo(0.3, within(0.02));
    assertThat(sum / 10_000).isCloseTo(16 * 0.25, within(0.05));
  }
}
