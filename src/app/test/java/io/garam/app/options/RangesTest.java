package io.garam.app.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.garam.app.usage.UsageException;
import io.garam.nlu.encoding.Subwords.Lengths;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RangesTest {

  @Test
  void withoutAValueTheSuggestedOneIsTaken() {
    assertThat(Ranges.whole("hidden", null, 64, 1_024)).isEqualTo(64);
    assertThat(Ranges.share("dropout", null, 0.3)).isEqualTo(0.3);
    assertThat(Ranges.positive("rate", null, 0.01)).isEqualTo(0.01);
    assertThat(Ranges.lengths("ngrams", null, Lengths.NONE)).isEqualTo(Lengths.NONE);
  }

  @Test
  void bothEndsOfARangeMayBe() {
    assertThat(Ranges.whole("hidden", 1, 64, 1_024)).isEqualTo(1);
    assertThat(Ranges.whole("hidden", 1_024, 64, 1_024)).isEqualTo(1_024);
    assertThat(Ranges.share("dropout", 0.0, 0.3)).isZero();
    assertThat(Ranges.positive("rate", 10.0, 0.01)).isEqualTo(10);
    assertThat(Ranges.offset("offset", 0)).isZero();
  }

  @Test
  void whatIsOutOfRangeIsSaidWithWhatWouldDo() {
    assertThatThrownBy(() -> Ranges.whole("hidden", 1_025, 64, 1_024))
        .isInstanceOf(UsageException.class)
        .hasMessage(
            "Expected --hidden to be a whole number from 1 to 1024, but found 1025; use 64 if"
                + " unsure.");
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 1, Double.NaN})
  void aShareIsNeverAllAndNeverNoNumber(double share) {
    assertThatThrownBy(() -> Ranges.share("dropout", share, 0.3))
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith("Expected --dropout to be a share from 0 to below 1, but found ");
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, 11, Double.NaN, Double.POSITIVE_INFINITY})
  void aRateIsAboveZeroAndBounded(double rate) {
    assertThatThrownBy(() -> Ranges.positive("learning-rate", rate, 0.01))
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith("Expected --learning-rate to be a positive number up to 10");
  }

  @Test
  void lengthsOfNgramsAreARangeOrNone() {
    assertThat(Ranges.lengths("ngrams", "2..4", Lengths.NONE)).isEqualTo(new Lengths(2, 4));
    assertThat(Ranges.lengths("ngrams", "3..3", Lengths.NONE)).isEqualTo(new Lengths(3, 3));
    assertThat(Ranges.lengths("ngrams", "none", new Lengths(2, 4))).isEqualTo(Lengths.NONE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"4..2", "0..3", "2-4", "2..10", ""})
  void otherLengthsAreRefused(String lengths) {
    assertThatThrownBy(() -> Ranges.lengths("ngrams", lengths, Lengths.NONE))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("MIN..MAX, each from 1 to 9, or none, but found " + lengths);
  }
}
