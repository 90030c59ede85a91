package io.garam.app.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.garam.app.usage.UsageException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

final class BundleOptionsTest {

  private static BundleOptions parsed(String... flags) {
    return CommandLine.populateCommand(new BundleOptions(), flags);
  }

  @ParameterizedTest
  @CsvSource({"models/mine, mine", "models/mine/, mine", "models/./mine/x/.., mine"})
  void withoutANameAModelIsCalledAsItsFolder(String out, String name) {
    assertThat(parsed("--out=" + out).name()).isEqualTo(name);
  }

  @Test
  void theWorkingFolderGivesItsOwnName() {
    assertThat(parsed("--out=.").name())
        .isEqualTo(Path.of("").toAbsolutePath().getFileName().toString());
  }

  @Test
  void aFolderWithoutANameNeedsOne() {
    assertThatThrownBy(() -> parsed("--out=/").check())
        .isInstanceOf(UsageException.class)
        .hasMessage(
            "Expected --name for a model whose folder has none, but found --out / alone; add --name"
                + " NAME, or name another folder.");
    assertThat(parsed("--out=/", "--name=calls").name()).isEqualTo("calls");
  }

  @Test
  void aNameAndAVersionMayBeGiven() {
    assertThat(parsed("--out=o").version()).isEqualTo("1");
    assertThat(parsed("--out=o", "--name=calls", "--model-version=2026-11").name())
        .isEqualTo("calls");
    assertThat(parsed("--out=o", "--model-version=2026-11").version()).isEqualTo("2026-11");
  }

  @Test
  void theCommandThatGoesOnHasTheFlagOnce() {
    assertThat(parsed("--out=o").resuming("garam train --out o"))
        .isEqualTo("garam train --out o --resume");
    assertThat(parsed("--out=o", "--resume").resuming("garam train --out o --resume"))
        .isEqualTo("garam train --out o --resume");
  }

  @Test
  void goingOnAndBeginningAnewContradictEachOther() {
    assertThatThrownBy(() -> parsed("--out=o", "--resume", "--force").check())
        .isInstanceOf(UsageException.class)
        .hasMessage(
            "Expected --resume to go on or --force to begin anew, but found both; leave one out.");
  }
}
