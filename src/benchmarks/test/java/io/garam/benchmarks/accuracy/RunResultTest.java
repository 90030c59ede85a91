package io.garam.benchmarks.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.garam.benchmarks.accuracy.ComparedSystem.Answer;
import io.garam.benchmarks.accuracy.ComparedSystem.Answers;
import io.garam.nlu.GaramException;
import io.garam.training.corpus.LabelledUtterance;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunResultTest {

  @Test
  void whatIsOutOfScopeCountsForTheAreaUnderRocAlone() {
    RunResult measurement =
        RunResult.of(
            List.of(gold("order"), gold("order"), gold("oos"), gold("refund"), gold("oos")),
            answers(
                new Answer("order", 0.9),
                new Answer("refund", 0.8),
                new Answer("order", 0.5),
                new Answer("refund", 0.3),
                new Answer("refund", 0.3)));

    assertThat(measurement.accuracy()).isEqualTo(2 / 3.0, within(1e-12));
    assertThat(measurement.areaUnderRoc().orElseThrow())
        .as("of six pairs four are in order and one is a tie")
        .isEqualTo(4.5 / 6, within(1e-12));
  }

  @Test
  void withoutUtterancesOutOfScopeThereIsNoAreaUnderRoc() {
    RunResult measurement = RunResult.of(List.of(gold("order")), answers(new Answer("order", 0.9)));

    assertThat(measurement.areaUnderRoc()).isEmpty();
  }

  @Test
  void answersThatAreMissingAreNoticed() {
    assertThatThrownBy(() -> RunResult.of(List.of(gold("order")), answers()))
        .isInstanceOf(GaramException.class)
        .hasMessageContaining("each of 1 utterances, but found 0");
  }

  private static Answers answers(Answer... answers) {
    return new Answers(List.of(answers), 1);
  }

  private static LabelledUtterance gold(String label) {
    return new LabelledUtterance("text", label, null, null);
  }
}
