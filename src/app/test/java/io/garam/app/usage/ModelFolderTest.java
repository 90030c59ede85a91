package io.garam.app.usage;

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
}
