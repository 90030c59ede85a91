package io.garam.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class GaramTest {

  @Test
  void helpNamesEveryCommand() {
    CommandRun help = CommandRun.of("--help");
    assertThat(help.exitCode()).isZero();
    assertThat(help.out())
        .contains("demo", "tag", "run", "dead-letters", "train", "evaluate", "Exit codes");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"demo", "tag", "run", "serve", "dead-letters", "config", "train", "evaluate"})
  void everyCommandExplainsItself(String command) {
    CommandRun help = CommandRun.of(command, "--help");
    assertThat(help.exitCode()).isZero();
    assertThat(help.out()).contains("Usage: garam " + command, "Examples:");
  }

  @Test
  void noCommandIsWrongUsage() {
    CommandRun nothing = CommandRun.of();
    assertThat(nothing.exitCode()).isEqualTo(2);
    assertThat(nothing.err()).contains("Usage: garam");
  }

  @Test
  void theVersionIsThatOfTheBuild() {
    assertThat(CommandRun.of("--version").out()).matches("garam \\d+\\.\\d+\\.\\d+.*\\s+");
    assertThat(CommandRun.of("run", "--version").out())
        .as("of any command")
        .isEqualTo(CommandRun.of("--version").out());
  }

  @Test
  void aMissingModelIsOneSentenceAndExitCodeOne() {
    for (String command : Set.of("tag", "demo")) {
      CommandRun run = CommandRun.of(command, "--model", "no/such/folder");
      assertThat(run.exitCode()).isEqualTo(1);
      assertThat(run.out()).isEmpty();
      assertThat(run.err()).contains("no/such/folder", "there is no such folder");
      assertThat(run.err()).doesNotContain("\tat ");
    }
  }
}
