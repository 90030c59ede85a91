package io.garam.training.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.garam.nlu.GaramException;
import io.garam.training.export.Cell;
import io.garam.training.export.NetworkWeights;
import io.garam.training.export.NetworkWeights.CharacterWeights;
import io.garam.training.export.NetworkWeights.WordWeights;
import io.garam.training.network.Libtorch;
import io.garam.training.settings.Views;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ParityCheckTest {

  @BeforeAll
  static void load() {
    Libtorch.load();
  }

  @ParameterizedTest
  @CsvSource({
    "GRU, 1, WORDS",
    "GRU, 2, WORDS",
    "LSTM, 1, WORDS",
    "LSTM, 2, WORDS",
    "GRU, 1, BOTH",
    "GRU, 2, BOTH",
    "LSTM, 1, BOTH",
    "LSTM, 2, BOTH",
    "GRU_RESET_BEFORE, 1, WORDS",
    "GRU_RESET_BEFORE, 2, WORDS",
    "GRU_RESET_BEFORE, 1, BOTH",
    "GRU_RESET_BEFORE, 2, BOTH",
    "RNN, 1, WORDS",
    "RNN, 2, WORDS",
    "RNN, 1, BOTH",
    "RNN, 2, BOTH",
    "GRU, 1, CHARACTERS",
    "GRU, 2, CHARACTERS",
    "LSTM, 1, CHARACTERS",
    "LSTM, 2, CHARACTERS"
  })
  void theExportComputesWhatWasTrained(Cell cell, int directions, Views views) {
    try (TrainedSample trained = new TrainedSample(cell, directions, views)) {
      double difference = trained.verifyExport();

      assertThat(difference).isPositive().isLessThan(2e-5);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "GRU, 0, 1",
    "GRU, 1, 2",
    "GRU_RESET_BEFORE, 0, 1",
    "GRU_RESET_BEFORE, 1, 2",
    "LSTM, 0, 1",
    "LSTM, 1, 2",
    "LSTM, 2, 3"
  })
  void gatesInTheWrongOrderAreCaught(Cell cell, int one, int other) {
    try (TrainedSample trained = new TrainedSample(cell, 2, Views.WORDS)) {
      WordWeights words = Objects.requireNonNull(trained.weights().words());
      NetworkWeights wrong =
          new NetworkWeights(
              new WordWeights(
                  words.ready(),
                  words.subwords(),
                  WrongWeights.withGatesSwapped(words.view(), one, other)),
              null);

      trained.assertCaught(wrong);
    }
  }

  @ParameterizedTest
  @CsvSource({"GRU, 0, 1", "LSTM, 2, 3"})
  void gatesInTheWrongOrderAreCaughtInTheViewOfCharactersToo(Cell cell, int one, int other) {
    try (TrainedSample trained = new TrainedSample(cell, 2, Views.BOTH)) {
      NetworkWeights right = trained.weights();
      CharacterWeights characters = Objects.requireNonNull(right.characters());
      NetworkWeights wrong =
          new NetworkWeights(
              right.words(),
              new CharacterWeights(
                  characters.ngrams(),
                  WrongWeights.withGatesSwapped(characters.view(), one, other)));

      trained.assertCaught(wrong);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "GRU, GRU_RESET_BEFORE, WORDS, 1", "GRU, GRU_RESET_BEFORE, BOTH, 1",
    "GRU, GRU_RESET_BEFORE, WORDS, 2", "GRU, GRU_RESET_BEFORE, BOTH, 2",
    "GRU_RESET_BEFORE, GRU, WORDS, 1", "GRU_RESET_BEFORE, GRU, BOTH, 1",
    "GRU_RESET_BEFORE, GRU, WORDS, 2", "GRU_RESET_BEFORE, GRU, BOTH, 2",
    "GRU, GRU_RESET_BEFORE, CHARACTERS, 2"
  })
  void oneGruExportedAsTheOtherIsCaught(Cell cell, Cell other, Views views, int directions) {
    try (TrainedSample trained = new TrainedSample(cell, directions, views)) {
      WordWeights words = trained.weights().words();
      CharacterWeights characters = trained.weights().characters();
      NetworkWeights wrong =
          new NetworkWeights(
              words == null
                  ? null
                  : new WordWeights(
                      words.ready(), words.subwords(), WrongWeights.withCell(words.view(), other)),
              characters == null
                  ? null
                  : new CharacterWeights(
                      characters.ngrams(), WrongWeights.withCell(characters.view(), other)));

      trained.assertCaught(wrong);
    }
  }

  @Test
  void aLogitThatIsNoNumberIsCaught() {
    try (TrainedSample trained = new TrainedSample(Cell.GRU, 1, Views.BOTH)) {
      trained.weights().words().view().outputBias()[1] = Float.NaN;

      assertThatThrownBy(() -> trained.verifyExport()).isInstanceOf(GaramException.class);
    }
  }
}
