package io.garam.app.train;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.garam.app.CommandRun;
import io.garam.nlu.Utterance;
import io.garam.nlu.bundle.ModelBundle;
import io.garam.nlu.io.Json;
import io.garam.nlu.onnx.OnnxClassifier;
import io.garam.nlu.onnx.StepTracker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ContextCommandTest {

  private static final int DIALOGUES = 80;

  @TempDir private Path folder;

  /** What "okay" means depends on what was said before it. */
  private Path corpus() throws IOException {
    List<String> rows = new ArrayList<>(List.of("dialogue\tspeaker\ttext\tlabel"));
    for (int dialogue = 0; dialogue < DIALOGUES; dialogue++) {
      boolean asked = dialogue % 2 == 0;
      String id = "d" + dialogue;
      rows.add(
          String.join(
              "\t",
              id,
              "user",
              asked ? "is room " + dialogue + " free" : "book room " + dialogue,
              asked ? "question" : "request"));
      rows.add(String.join("\t", id, "system", "okay", asked ? "answer" : "promise"));
      rows.add(String.join("\t", id, "user", "thanks", "thanks"));
    }
    return Files.write(folder.resolve("rooms.tsv"), rows);
  }

  private CommandRun train(String... flags) throws IOException {
    return TrainRun.of(corpus(), model(), 60, withPatience(flags));
  }

  /** What is said first in a dialogue is learned long before what has to be remembered of it. */
  private static String[] withPatience(String... flags) {
    return Stream.concat(Stream.of("--patience=60", "--dropout=0.1"), Stream.of(flags))
        .toArray(String[]::new);
  }

  private Path model() {
    return folder.resolve("model");
  }

  @Test
  void whereContextDecidesItIsKeptAndBothAccuraciesAreTold() throws IOException {
    CommandRun run = train("--json", "--dialogue-hidden=32");

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.err()).contains("Without context:", "With context:");
    JsonNode report = TrainRun.report(run);
    assertThat(report.at("/settings/context").asText()).isEqualTo("yes");
    assertThat(report.at("/accuracy").asDouble())
        .isGreaterThan(report.at("/accuracyWithoutContext").asDouble() + 0.1);
    assertThat(report.at("/accuracyWithContext").isNull()).isTrue();
    assertThat(Files.readString(model().resolve(ModelBundle.CARD)))
        .contains("accuracy without context", "It follows dialogues", "(system, user)");
  }

  @ParameterizedTest
  @CsvSource({"gru, 32", "lstm, 64"})
  void theModelAnswersByWhatWasSaidBefore(String cell, int stateSize) throws IOException {
    CommandRun run = train("--context=yes", "--dialogue-cell=" + cell, "--dialogue-hidden=32");

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.err())
        .contains("with a " + cell.toUpperCase(Locale.ROOT) + " of 32 units along dialogues")
        .doesNotContain("Without context:");
    try (OnnxClassifier classifier = OnnxClassifier.load(model())) {
      assertThat(classifier.spec().dialogue()).isNotNull();
      assertThat(classifier.spec().dialogue().stateSize()).isEqualTo(stateSize);
      assertThat(labels(classifier, "is room 8 free"))
          .containsExactly("question", "answer", "thanks");
      assertThat(labels(classifier, "book room 7")).containsExactly("request", "promise", "thanks");
    }
    assertThatEvaluationFollowsTheDialoguesToo();
  }

  private void assertThatEvaluationFollowsTheDialoguesToo() throws IOException {
    CommandRun evaluated =
        CommandRun.of("evaluate", "--model=" + model(), "--corpus=" + corpus(), "--json");

    assertThat(evaluated.exitCode()).as(evaluated.err()).isZero();
    assertThat(Json.MAPPER.readTree(evaluated.out()).at("/accuracy").asDouble())
        .isGreaterThan(0.95);
  }

  private static List<String> labels(OnnxClassifier classifier, String first) {
    return new StepTracker(classifier)
            .classify(
                List.of(
                    new Utterance(first, "d", "user"),
                    new Utterance("okay", "d", "system"),
                    new Utterance("thanks", "d", "user")))
            .stream()
            .map(intent -> intent.label())
            .toList();
  }

  @Test
  void withoutDialoguesThereIsNoContextToFollow() throws IOException {
    Path alone = TrainRun.corpus(folder, 30, "light", "weather");

    CommandRun asked = TrainRun.of(alone, model(), 1, "--context=yes");
    assertThat(asked.exitCode()).isEqualTo(1);
    assertThat(asked.err()).contains("Expected a dialogue column", "--columns dialogue=COLUMN");

    CommandRun tuned = TrainRun.of(alone, model(), 1, "--dialogue-cell=lstm");
    assertThat(tuned.exitCode()).isEqualTo(2);
    assertThat(tuned.err()).contains("Expected --dialogue-cell only where dialogues are followed");

    CommandRun left = TrainRun.of(alone, model(), 2);
    assertThat(left.exitCode()).as(left.err()).isZero();
    assertThat(left.err()).doesNotContain("context");
  }

  @Test
  void contextCanBeLeftOut() throws IOException {
    CommandRun run = TrainRun.of(corpus(), model(), 2, "--context=no");

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(ModelBundle.read(model()).spec().dialogue()).isNull();
    assertThat(model().resolve(ModelBundle.DIALOGUE_STEP)).doesNotExist();
  }
}
