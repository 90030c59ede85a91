package io.garam.training.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.garam.training.export.Cell;
import io.garam.training.export.DialogueWeights;
import io.garam.training.export.NetworkWeights;
import io.garam.training.export.NetworkWeights.WordWeights;
import io.garam.training.network.Libtorch;
import io.garam.training.settings.Views;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DialogueParityTest {

  @BeforeAll
  static void load() {
    Libtorch.load();
  }

  @ParameterizedTest
  @CsvSource({
    "GRU, WORDS",
    "GRU, BOTH",
    "GRU_RESET_BEFORE, BOTH",
    "LSTM, WORDS",
    "LSTM, BOTH",
    "LSTM, CHARACTERS",
    "RNN, BOTH"
  })
  void theExportedStepsComputeWhatWasTrainedAlongDialogues(Cell cell, Views views) {
    try (TrainedSample trained = new TrainedSample(cell, 2, views, cell)) {
      double difference = trained.verifyExport();

      assertThat(difference).isPositive().isLessThan(2e-5);
    }
  }

  @ParameterizedTest
  @CsvSource({"GRU, 0, 1", "GRU, 1, 2", "LSTM, 0, 1", "LSTM, 1, 2", "LSTM, 2, 3"})
  void gatesInTheWrongOrderAreCaughtInTheDialogueStepToo(Cell cell, int one, int other) {
    try (TrainedSample trained = new TrainedSample(Cell.GRU, 1, Views.WORDS, cell)) {
      WordWeights words = Objects.requireNonNull(trained.weights().words());
      DialogueWeights right = Objects.requireNonNull(words.view().dialogue());
      DialogueWeights wrong =
          WrongWeights.with(
              right, right.speakers(), WrongWeights.swapped(right.recurrent(), cell, one, other));

      assertCaught(trained, words, wrong);
    }
  }

  @Test
  void speakersTakenForEachOtherAreCaught() {
    try (TrainedSample trained = new TrainedSample(Cell.GRU, 1, Views.WORDS, Cell.GRU)) {
      WordWeights words = Objects.requireNonNull(trained.weights().words());
      DialogueWeights right = Objects.requireNonNull(words.view().dialogue());
      float[] turned = new float[right.speakers().length];
      for (int i = 0; i < turned.length; i++) {
        turned[i] = right.speakers()[(i + right.vector()) % turned.length];
      }
      DialogueWeights wrong = WrongWeights.with(right, turned, right.recurrent());

      assertCaught(trained, words, wrong);
    }
  }

  private static void assertCaught(
      TrainedSample trained, WordWeights words, DialogueWeights wrong) {
    trained.assertCaught(
        new NetworkWeights(
            new WordWeights(
                words.ready(), words.subwords(), WrongWeights.with(words.view(), wrong)),
            null));
  }
}
