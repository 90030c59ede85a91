package io.garam.app.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.garam.nlu.inference.IntentClassifier;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Corpora as people have them, from file to model without a word on their columns. */
final class TrainCorpusTest {

  private static final Path SAMPLE = Path.of("../training/test/resources/io/garam/training/sample");

  @TempDir private Path folder;

  @Test
  void dialogueActsAreLearnedAndTheirFlawsTold() {
    StringWriter err = new StringWriter();
    CommandLine command =
        new CommandLine(new TrainCommand())
            .setOut(new PrintWriter(new StringWriter(), true))
            .setErr(new PrintWriter(err, true));

    int exitCode =
        command.execute(
            "--corpus=" + SAMPLE.resolve("dialogue-acts.tsv"),
            "--valid=" + SAMPLE.resolve("course-table.csv"),
            "--out=" + folder.resolve("acts"),
            "--hidden=8",
            "--embedding=8",
            "--epochs=1");

    assertThat(exitCode).as(err.toString()).isZero();
    assertThat(err.toString())
        .containsSubsequence(
            "The corpus dialogue-acts.tsv has 26 utterances with 15 labels, from ",
            "Warning: Labels with fewer than 5 utterances in dialogue-acts.tsv: 15 of 15",
            "Warning: Utterances of course-table.csv that are word for word in dialogue-acts.tsv"
                + " too: 26 of 26 (100.0 %), such as \"안녕 하 시 ㅂ니까 ?\"",
            "Epoch 1 of 1")
        .doesNotContain("different labels");
    try (IntentClassifier classifier = IntentClassifier.load(folder.resolve("acts"))) {
      assertThat(classifier.labels()).hasSize(15);
    }
  }
}
