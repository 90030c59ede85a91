package io.garam.app.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.garam.training.study.Trial;
import java.util.List;
import org.junit.jupiter.api.Test;

final class StudyResultsTest {

  @Test
  void foldsHaveALineEachAndTheirMeanAndDeviation() {
    StudyResults results =
        new StudyResults(
            List.of(
                new Trial("Fold 1 of 2", 1_000, 1_001, 0.8, 0.7),
                new Trial("Fold 2 of 2", 1_001, 1_000, 0.9, 0.7)),
            List.of());

    assertThat(results.toText())
        .isEqualTo(
            """
            Fold 1 of 2: accuracy 0.8000, macro-F1 0.7000, learned from 1,000 utterances, measured\
             on 1,001
            Fold 2 of 2: accuracy 0.9000, macro-F1 0.7000, learned from 1,001 utterances, measured\
             on 1,000
            Mean of the folds: accuracy 0.8500 ± 0.0707, macro-F1 0.7000 ± 0.0000
            """);
  }

  @Test
  void aLearningCurveHasNoMean() {
    StudyResults results =
        new StudyResults(List.of(), List.of(new Trial("An eighth", 125, 100, 0.5, 0.25)));

    assertThat(results.toText())
        .isEqualTo(
            "An eighth: accuracy 0.5000, macro-F1 0.2500, learned from 125 utterances, measured on"
                + " 100\n");
  }

  @Test
  void withoutFurtherTrainingsThereIsNothingToSay() {
    assertThat(new StudyResults(List.of(), List.of()).toText()).isEmpty();
  }
}
