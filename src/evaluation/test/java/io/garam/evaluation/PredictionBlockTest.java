package io.garam.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.garam.nlu.Intent;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PredictionBlockTest {

  private static final List<String> LABELS = List.of("order", "refund", Intent.UNKNOWN);

  private final PredictionBlock block = new PredictionBlock();

  private Prediction stored(Prediction prediction) {
    int row = PredictionBlock.ROWS - 1;
    block.put(
        row, prediction, LABELS.indexOf(prediction.best()), LABELS.indexOf(prediction.gold()));
    return block.get(row, LABELS);
  }

  @Test
  void aPredictionComesBackAsItWas() {
    Prediction prediction = new Prediction("hi", "refund", "refund", "refund", 0.75);

    assertThat(stored(prediction)).isEqualTo(prediction);
  }

  @Test
  void anAbstentionKeepsItsMostProbableLabelAlsoTheFirstOfAll() {
    Prediction first = new Prediction("", "refund", Intent.UNKNOWN, "order", 0.25);
    Prediction second = new Prediction("", Intent.UNKNOWN, Intent.UNKNOWN, "refund", 0.5);

    assertThat(stored(first)).isEqualTo(first);
    assertThat(stored(second)).isEqualTo(second);
  }

  @Test
  void confidenceIsKeptAsTheModelGaveItWhichIsAFloat() {
    assertThat(stored(new Prediction("", "order", "order", "order", 0.9f)).confidence())
        .isEqualTo(0.9f);
  }

  @Test
  void aRowIsReplacedByWhatIsPutThereLater() {
    stored(new Prediction("one", "order", Intent.UNKNOWN, "order", 0.25));
    Prediction later = new Prediction("two", "refund", "order", "order", 1);

    assertThat(stored(later)).isEqualTo(later);
  }
}
