package io.garam.app.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.garam.app.CommandRun;
import io.garam.nlu.bundle.ModelBundle;
import io.garam.nlu.inference.IntentClassifier;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CellCommandTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "gru, GRU, linear_before_reset",
    "gru_reset_before, GRU, hidden_size",
    "lstm, LSTM, hidden_size",
    "rnn, RNN, hidden_size"
  })
  void everyCellIsTrainedAndTagsByItsOwnOperator(String cell, String operator, String attribute)
      throws IOException {
    Path corpus = TrainRun.corpus(folder, 40, "light", "weather");
    Path model = folder.resolve("model");

    CommandRun run = TrainRun.of(corpus, model, 8, "--cell=" + cell);

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.err()).startsWith("Training a " + cell.toUpperCase(Locale.ROOT) + " of");
    ModelBundle bundle = ModelBundle.read(model);
    assertThat(bundle.spec().provenance().settings()).containsEntry("cell", cell);
    assertThat(new String(bundle.networks().utterance(), StandardCharsets.ISO_8859_1))
        .contains(operator, attribute);
    try (IntentClassifier classifier = IntentClassifier.load(model)) {
      assertThat(classifier.classify("will it rain in 8 days").label()).isEqualTo("weather");
      assertThat(classifier.classify("turn the light number 8 on").label()).isEqualTo("light");
    }
  }
}
