package io.garam.evaluation.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.garam.evaluation.Prediction;
import io.garam.nlu.Intent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class CalibrationErrorTest {

  private static final Offset<Double> EXACT = within(1e-12);

  @Test
  void theErrorIsThatComputedByHand() {
    List<Prediction> predictions = List.of(right(0.95), wrong(0.95), right(0.65), wrong(0.30));

    double expected = (Math.abs(1 - 1.9) + Math.abs(1 - 0.65) + Math.abs(0 - 0.30)) / 4;

    assertThat(CalibrationError.of(predictions)).isEqualTo(expected, EXACT);
  }

  @Test
  void aConfidenceOnTheEdgeOfTwoBinsBelongsToTheLower() {
    assertThat(CalibrationError.of(List.of(right(0.2), wrong(0.15))))
        .as("both from 2/15, exclusive, to 3/15, inclusive")
        .isEqualTo((1 - 0.35) / 2, EXACT);
    assertThat(CalibrationError.of(List.of(right(0.2), wrong(0.25))))
        .as("one to 3/15, one above")
        .isEqualTo((0.8 + 0.25) / 2, EXACT);
  }

  @Test
  void theEndsOfTheScaleHaveABinToo() {
    assertThat(CalibrationError.of(List.of(right(0), right(1)))).isEqualTo(0.5, EXACT);
  }

  @Test
  void aModelThatIsAsRightAsItIsConfidentHasNoError() {
    List<Prediction> predictions =
        Stream.concat(
                IntStream.range(0, 7).mapToObj(i -> right(0.7)),
                IntStream.range(0, 3).mapToObj(i -> wrong(0.7)))
            .toList();

    assertThat(CalibrationError.of(predictions)).isEqualTo(0, EXACT);
  }

  @Test
  void abstentionsAreLeftOut() {
    Prediction abstention = new Prediction("", "order", Intent.UNKNOWN, "order", 0.3);

    assertThat(CalibrationError.of(List.of(right(0.9), abstention))).isEqualTo(0.1, EXACT);
    assertThat(CalibrationError.of(List.of(abstention))).isZero();
  }

  @Test
  void overconfidenceAndTooLittleConfidenceCountAlike() {
    List<Prediction> tooSure = DoubleStream.of(0.9, 0.9).mapToObj(p -> wrong(p)).toList();
    List<Prediction> tooUnsure = DoubleStream.of(0.1, 0.1).mapToObj(p -> right(p)).toList();

    assertThat(CalibrationError.of(tooSure)).isEqualTo(0.9, EXACT);
    assertThat(CalibrationError.of(tooUnsure)).isEqualTo(0.9, EXACT);
  }

  @Test
  void theBinsCoverTheScaleAndHoldEveryAnswerOnce() {
    List<ReliabilityBin> bins =
        CalibrationError.bins(List.of(right(0), right(0.95), wrong(0.97), right(1)));

    assertThat(bins).hasSize(15);
    assertThat(bins.get(0)).isEqualTo(new ReliabilityBin(0, 1.0 / 15, 1, 0, 1));
    assertThat(bins.get(7)).isEqualTo(new ReliabilityBin(7.0 / 15, 8.0 / 15, 0, 0, 0));
    assertThat(bins.get(14).count()).isEqualTo(3);
    assertThat(bins.get(14).confidence()).isEqualTo((0.95 + 0.97 + 1) / 3, EXACT);
    assertThat(bins.get(14).accuracy()).isEqualTo(2.0 / 3, EXACT);
  }

  @Test
  void adaptiveBinsHoldEquallyManyAnswers() {
    List<Prediction> predictions =
        IntStream.range(0, 30)
            .mapToObj(i -> i % 2 == 0 ? right(0.7 + i / 100.0) : wrong(0.7 + i / 100.0))
            .toList();
    // Fifteen bins of two neighbours, of which the first is right; four bins of equal width.
    double expected = 0;
    for (int i = 0; i < 30; i += 2) {
      expected += Math.abs(1 - (1.4 + (2 * i + 1) / 100.0));
    }

    assertThat(CalibrationError.adaptive(predictions)).isEqualTo(expected / 30, EXACT);
    assertThat(CalibrationError.adaptive(reversed(predictions)))
        .isEqualTo(CalibrationError.adaptive(predictions));
  }

  @Test
  void adaptiveBinsSeeWhatBinsOfEqualWidthAverageAway() {
    List<Prediction> predictions =
        Stream.concat(
                IntStream.range(0, 100).mapToObj(i -> right(0.94)),
                IntStream.range(0, 100).mapToObj(i -> i < 88 ? right(0.99) : wrong(0.99)))
            .toList();

    assertThat(CalibrationError.of(predictions)).isEqualTo(0.025, EXACT);
    assertThat(CalibrationError.adaptive(predictions)).isEqualTo((0.06 + 0.11) / 2, EXACT);
  }

  @Test
  void equalConfidencesShareAnAdaptiveBinWhateverTheOrder() {
    List<Prediction> predictions =
        Stream.concat(
                IntStream.range(0, 70).mapToObj(i -> right(0.7)),
                IntStream.range(0, 30).mapToObj(i -> wrong(0.7)))
            .toList();

    assertThat(CalibrationError.adaptive(predictions)).isEqualTo(0, EXACT);
    assertThat(CalibrationError.adaptive(reversed(predictions))).isEqualTo(0, EXACT);
  }

  @Test
  void abstentionsAreInNoAdaptiveBin() {
    Prediction abstention = new Prediction("", "order", Intent.UNKNOWN, "order", 0.3);

    assertThat(CalibrationError.adaptive(List.of(right(0.9), abstention))).isEqualTo(0.1, EXACT);
    assertThat(CalibrationError.adaptive(List.of(abstention))).isZero();
  }

  private static List<Prediction> reversed(List<Prediction> predictions) {
    List<Prediction> reversed = new ArrayList<>(predictions);
    Collections.reverse(reversed);
    return reversed;
  }

  private static Prediction right(double confidence) {
    return new Prediction("", "order", "order", "order", confidence);
  }

  private static Prediction wrong(double confidence) {
    return new Prediction("", "order", "refund", "refund", confidence);
  }
}
