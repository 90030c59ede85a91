package io.garam.app.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.garam.nlu.bundle.ModelBundle;
import io.garam.nlu.inference.IntentClassifier;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Corpora as people have them, from file to model without a word on their columns. */
final class TrainCorpusTest {

  private static final Path SAMPLE = Path.of("../training/test/resources/io/garam/training/sample");

  @TempDir private Path folder;

  @Test
  void dialogueActsAreLearnedAndTheirFlawsTold() {
    assertThat(trained())
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

  @Test
  void aModelOfMorphemesReadsTextAsPeopleWriteIt() {
    trained("--tokenizer=morphemes");

    ModelBundle bundle = ModelBundle.read(folder.resolve("acts"));
    assertThat(bundle.spec().characters()).isNull();
    assertThat(bundle.vocabulary().tokens()).contains("시", "ㄹ까요");
    try (IntentClassifier classifier = IntentClassifier.load(bundle.folder())) {
      assertThat(classifier.probabilities(List.of("언제 떠나실 예정이신가요?"))[0])
          .containsExactly(classifier.probabilities(List.of("언제 떠나 시 ㄹ 예정 이 시 ㄴ가요 ?"))[0]);
    }
  }

  /** Trains on the dialogue acts and returns what the standard error stream had. */
  private String trained(String... flags) {
    StringWriter err = new StringWriter();
    CommandLine command =
        new CommandLine(new TrainCommand())
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setOut(new PrintWriter(new StringWriter(), true))
            .setErr(new PrintWriter(err, true));
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--corpus=" + SAMPLE.resolve("dialogue-acts.tsv"),
                "--valid=" + SAMPLE.resolve("course-table.csv"),
                "--out=" + folder.resolve("acts"),
                "--hidden=8",
                "--embedding=8",
                "--epochs=1"));
    arguments.addAll(List.of(flags));

    int exitCode = command.execute(arguments.toArray(String[]::new));

    assertThat(exitCode).as(err.toString()).isZero();
    return err.toString();
  }
}
