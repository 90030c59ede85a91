package io.garam.benchmarks.accuracy;

import static org.assertj.core.api.Assertions.assertThat;

import io.garam.benchmarks.accuracy.ComparedSystem.Answer;
import io.garam.benchmarks.accuracy.ComparedSystem.Answers;
import io.garam.training.corpus.LabelledUtterance;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AccuracyPictureTest {

  @Test
  void speedsOfGaramAreOneLineAndOtherSystemsHaveTheirOwn() {
    String svg =
        new AccuracyPicture(
                Map.of(
                    "3i4k",
                    List.of(
                        result("Garam", "order", 12),
                        result("fastText", "refund", 16),
                        result("Garam accurate", "order", 53))))
            .toSvg();

    assertThat(svg).contains("3i4k", "µs of processor time an utterance", ">fastText<");
    assertThat(svg).as("from the power of two below the least").contains(">8<", ">64<");
    assertThat(svg).as("one name for both speeds").containsOnlyOnce(">Garam<");
    assertThat(svg).as("what a pointer shows").contains("Garam accurate: 100.00 %, 53.0 µs");
  }

  private static SystemResult result(String system, String answer, double micros) {
    return new SystemResult(
        system,
        List.of(
            RunResult.of(
                List.of(new LabelledUtterance("text", "order", null, null)),
                new Answers(List.of(new Answer(answer, 0.9)), micros))));
  }
}
