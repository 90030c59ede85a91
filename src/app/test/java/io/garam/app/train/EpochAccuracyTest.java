package io.garam.app.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.garam.evaluation.report.EpochFigures;
import org.junit.jupiter.api.Test;

final class EpochAccuracyTest {

  private static EpochFigures epoch(int number, double accuracy, boolean best) {
    return new EpochFigures(number, 0.5, accuracy, best, 1);
  }

  private static String after(double before, double accuracy, boolean best) {
    return EpochAccuracy.of(epoch(4, accuracy, best), epoch(3, before, true));
  }

  @Test
  void theFirstEpochIsTheBestSoFar() {
    assertThat(EpochAccuracy.of(epoch(1, 0.25, true), null)).isEqualTo("0.2500 (best)");
  }

  @Test
  void anEpochIsTheBestOrIsNot() {
    assertThat(after(0.9, 0.91, true)).isEqualTo("0.9100 (best)");
    assertThat(after(0.9, 0.89, false)).isEqualTo("0.8900");
  }

  @Test
  void asManyDigitsAreWrittenAsTellItFromTheBestBefore() {
    assertThat(after(0.90001, 0.90002, true)).isEqualTo("0.90002 (best)");
    assertThat(after(0.9000002, 0.9000001, false)).isEqualTo("0.9000001");
  }

  @Test
  void digitsEndWhereNobodyReadsThem() {
    assertThat(after(0.9, 0.9 + 1e-12, true)).isEqualTo("0.900000000 (best)");
  }

  @Test
  void ofEqualEpochsTheLaterIsKeptAndThatIsSaid() {
    assertThat(after(0.9, 0.9, true))
        .isEqualTo("0.9000 (as good as epoch 3, and the later is kept)");
  }
}
