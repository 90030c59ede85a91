package io.garam.app.options;

import static org.assertj.core.api.Assertions.assertThat;

import io.garam.app.CommandRun;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ModelFolderTest {

  @TempDir private Path home;

  @BeforeEach
  void ship() throws Exception {
    Files.createDirectories(home.resolve("models/korean-intention"));
    System.setProperty("garam.home", home.toString());
  }

  @AfterEach
  void restore() {
    System.clearProperty("garam.home");
  }

  @ParameterizedTest
  @ValueSource(strings = {"korean-intention", "models/korean-intension", "korean_intention"})
  void theNameOfAShippedModelAloneIsAnsweredWithItsFolder(String named) {
    CommandRun run = CommandRun.of("tag", "--model", named, "네");

    assertThat(run.exitCode()).isOne();
    assertThat(run.err())
        .contains(
            "at " + named + ",", "did you mean " + home.resolve("models/korean-intention") + "?");
  }

  @Test
  void anyOtherNameIsNotGuessed() {
    assertThat(ModelFolder.of(Path.of("no/such/folder"))).isEqualTo(Path.of("no/such/folder"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"tag", "evaluate", "run", "replay"})
  void aTrainingThatWasNotFinishedIsToldToGoOn(String command) throws Exception {
    Path folder = home.resolve("mine");
    Files.createDirectories(folder.resolve("checkpoints"));
    Files.createFile(folder.resolve("checkpoints/model.checkpoint"));

    CommandRun run = CommandRun.of(arguments(command, folder));

    assertThat(run.exitCode()).isOne();
    assertThat(run.err())
        .isEqualTo(
            "Expected a model bundle in the folder "
                + folder
                + ", but the training that is to write it there was not finished; go on with `garam"
                + " train ... --out "
                + folder
                + " --resume`, the same command with --resume.\n");
  }

  private static String[] arguments(String command, Path folder) {
    String model = "--model=" + folder;
    return switch (command) {
      case "tag" -> new String[] {command, model, "네"};
      case "evaluate" ->
          new String[] {
            command, model, "--corpus=../../models/korean-dialogue-act/corpus/valid.csv"
          };
      case "run" -> new String[] {command, model, "--bootstrap-server=localhost:1"};
      default ->
          new String[] {command, model, "--bootstrap-server=localhost:1", "--topic=utterances"};
    };
  }

  @Test
  void aModelBesideTheCheckpointsOfItsSuccessorIsTaken() throws Exception {
    Path folder = home.resolve("models/korean-intention");
    Files.createFile(folder.resolve("model.json"));
    Files.createDirectories(folder.resolve("checkpoints"));
    Files.createFile(folder.resolve("checkpoints/model.checkpoint"));

    assertThat(ModelFolder.of(folder)).isEqualTo(folder);
  }
}
