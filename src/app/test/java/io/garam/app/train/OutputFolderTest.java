package io.garam.app.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.garam.nlu.GaramException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OutputFolderTest {

  @TempDir private Path home;

  private Path folder;

  private OutputFolder output;

  @BeforeEach
  void name() {
    folder = home.resolve("models/mine");
    output = new OutputFolder(folder);
  }

  private void holds(String file) throws IOException {
    Path at = folder.resolve(file);
    Files.createDirectories(at.getParent());
    Files.createFile(at);
  }

  private void allows(boolean resume, boolean force) {
    assertThatCode(() -> output.check(resume, force)).doesNotThrowAnyException();
  }

  private void refuses(boolean resume, boolean force, String sentence) {
    assertThatThrownBy(() -> output.check(resume, force))
        .isInstanceOf(GaramException.class)
        .hasMessage(sentence);
  }

  @Test
  void aNewFolderMayBeAndIsNotMadeYet() {
    allows(false, false);

    assertThat(home).isEmptyDirectory();
    assertThat(output.hasCheckpoint()).isFalse();
  }

  @Test
  void anEmptyFolderMayBeAndStaysEmpty() throws IOException {
    Files.createDirectories(folder);
    allows(false, false);

    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aFileIsNoFolderWhateverIsForced() throws IOException {
    Files.createDirectories(home.resolve("models"));
    Files.createFile(folder);

    refuses(
        false,
        true,
        "Expected --out to name a folder, but "
            + folder
            + " is a file; name another place for the model.");
  }

  @Test
  void aModelIsReplacedByForceAlone() throws IOException {
    holds("model.json");

    refuses(
        false,
        false,
        "Expected --out to name a new or empty folder, but "
            + folder
            + " holds a model; name another folder, or add --force to replace it.");
    allows(false, true);
  }

  @Test
  void aModelThatIsDoneCannotBeGoneOnWith() throws IOException {
    holds("model.json");

    refuses(
        true,
        false,
        "Expected --out to name a new or empty folder, but "
            + folder
            + " holds a model already, and no training that could go on; use it, or add --force"
            + " without --resume to replace it.");
  }

  @Test
  void otherFilesAreLeftAloneUnlessForced() throws IOException {
    holds("notes.txt");

    refuses(
        false,
        false,
        "Expected --out to name a new or empty folder, but "
            + folder
            + " holds other files; name another folder, or add --force to write there.");
    allows(false, true);
    assertThat(folder.resolve("notes.txt")).exists();
  }

  @Test
  void whatAnInterruptedTrainingLearnedIsNotLostUnasked() throws IOException {
    holds("checkpoints/model.checkpoint");

    assertThat(output.hasCheckpoint()).isTrue();
    refuses(
        false,
        false,
        "Expected --out to name a new or empty folder, but "
            + folder.resolve("checkpoints")
            + " holds what an interrupted training had learned; add --resume to go on with it, or"
            + " --force to begin anew.");
    allows(true, false);
    allows(false, true);
  }

  @Test
  void aTrainingGoesOnBesideAnOlderModelThatItWasAllowedToReplace() throws IOException {
    holds("checkpoints/model.checkpoint");
    holds("model.json");

    allows(true, false);
  }

  @Test
  void anEmptyFolderOfCheckpointsIsNothingToLose() throws IOException {
    Files.createDirectories(folder.resolve("checkpoints"));

    assertThat(output.hasCheckpoint()).isFalse();
    allows(false, false);
    allows(true, false);
  }

  @Test
  void aPlaceBelowAFileTakesNoModel() throws IOException {
    Path file = Files.createFile(home.resolve("file"));

    assertThatThrownBy(() -> new OutputFolder(file.resolve("model")).check(false, false))
        .isInstanceOf(GaramException.class)
        .hasMessageStartingWith(
            "Expected --out to name a place that can be written to, but no file can be made in "
                + file);
  }
}
