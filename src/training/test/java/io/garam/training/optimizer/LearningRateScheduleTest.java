package io.garam.training.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class LearningRateScheduleTest {

  @Test
  void theRateRisesForATwentiethAndThenFalls() {
    LearningRateSchedule course = LearningRateSchedule.over(200);

    assertThat(course.at(0)).isCloseTo(0.1, within(1e-9));
    assertThat(course.at(9)).isEqualTo(1);
    assertThat(course.at(105)).isCloseTo(0.5, within(1e-9));
    assertThat(course.at(199)).isCloseTo(1 / 190.0, within(1e-9));
  }

  @Test
  void noStepIsWithoutARateHoweverFewThereAre() {
    for (int steps = 1; steps < 50; steps++) {
      LearningRateSchedule course = LearningRateSchedule.over(steps);
      assertThat(IntStream.range(0, steps).mapToDouble(course::at))
          .allMatch(share -> share > 0 && share <= 1);
    }
  }
}
