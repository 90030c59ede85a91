package io.garam.training.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class ThresholdFitTest {

  @Test
  void oneRightAnswerInTwoHundredIsGivenUp() {
    double[] confidences = new Random(4).doubles(1_050).toArray();

    double threshold = ThresholdFit.fit(confidences);

    assertThat(Arrays.stream(confidences).filter(confidence -> confidence < threshold).count())
        .isEqualTo(5);
  }

  @Test
  void ofFewRightAnswersNoneIsGivenUp() {
    assertThat(ThresholdFit.fit(new double[] {0.9, 0.4, 0.7})).isEqualTo(0.4);
  }

  @Test
  void equalConfidencesStayTogether() {
    double[] confidences = new double[500];
    Arrays.fill(confidences, 0.8);

    assertThat(ThresholdFit.fit(confidences)).isEqualTo(0.8);
  }

  @Test
  void aModelThatIsNeverRightHasNoThreshold() {
    assertThat(ThresholdFit.fit(new double[0])).isZero();
  }
}
