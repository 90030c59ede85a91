package io.garam.app.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.garam.app.CommandRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StudyCommandTest {

  @TempDir private Path folder;

  @Test
  void everyFoldIsAnObjectOfTheJson() throws IOException {
    Path corpus = TrainRun.corpus(folder, 20, "light", "weather");

    CommandRun run = TrainRun.of(corpus, folder.resolve("model"), 2, "--folds=3", "--json");

    assertThat(run.exitCode()).as(run.err()).isZero();
    JsonNode folds = TrainRun.report(run).get("folds");
    assertThat(folds.findValuesAsText("name"))
        .containsExactly("Fold 1 of 3", "Fold 2 of 3", "Fold 3 of 3");
    int measured = 0;
    for (JsonNode fold : folds) {
      int validation = fold.get("validation").intValue();
      measured += validation;
      assertThat(fold.get("training").intValue()).isEqualTo(40 - validation - 2);
      double right = fold.get("accuracy").doubleValue() * validation;
      assertThat(right).isCloseTo(Math.rint(right), within(1e-9));
    }
    assertThat(measured).isEqualTo(40);
    assertThat(TrainRun.report(run).get("learningCurve")).isEmpty();
    assertThat(run.err())
        .containsSubsequence("Fold 1 of 3:", "Fold 3 of 3:", "The model:", "Epoch 2 of 2");
  }

  @Test
  void bothStudiesAreSummedUpBeforeTheModel() throws IOException {
    Path corpus = TrainRun.corpus(folder, 40, "light", "weather");

    CommandRun run =
        TrainRun.of(corpus, folder.resolve("model"), 1, "--learning-curve", "--folds=2");

    assertThat(run.exitCode()).as(run.err()).isZero();
    String figures = ": accuracy [01]\\.\\d{4}, macro-F1 [01]\\.\\d{4}, learned from ";
    List<String> lines = run.lines();
    assertThat(lines.get(0)).matches("Fold 1 of 2" + figures + "36 utterances, measured on 40");
    assertThat(lines.get(1)).matches("Fold 2 of 2" + figures + "36 utterances, measured on 40");
    assertThat(lines.get(2))
        .matches(
            "Mean of the folds: accuracy [01]\\.\\d{4} ± 0\\.\\d{4}, macro-F1 [01]\\.\\d{4} ±"
                + " 0\\.\\d{4}");
    assertThat(lines.get(3)).matches("1/8 of the corpus" + figures + "8 .*, measured on 8");
    assertThat(lines.get(4)).matches("1/4 of the corpus" + figures + "16 .*, measured on 8");
    assertThat(lines.get(5)).matches("1/2 of the corpus" + figures + "32 .*, measured on 8");
    assertThat(lines.get(6)).matches("The whole corpus" + figures + "64 .*, measured on 8");
    assertThat(lines.get(7)).startsWith("Model ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--folds=41 | Expected at least 41 utterances in the corpus requests.tsv for as many folds,"
            + " but it has 40; ask for fewer folds.",
        "--unknown-label=none | Expected utterances with the unknown label \"none\" in the corpora"
            + " requests.tsv (training part) and requests.tsv (held-out part), but they have none;"
            + " add some, or train without an unknown label."
      })
  void whatCannotBeDoneIsToldInOneSentence(String flag, String sentence) throws IOException {
    Path corpus = TrainRun.corpus(folder, 20, "light", "weather");

    CommandRun run = TrainRun.of(corpus, folder.resolve("model"), 1, flag);

    assertThat(run.exitCode()).isOne();
    assertThat(run.err().lines()).containsExactly(sentence);
    assertThat(folder.resolve("model")).doesNotExist();
  }
}
