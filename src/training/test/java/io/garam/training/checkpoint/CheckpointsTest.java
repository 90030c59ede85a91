package io.garam.training.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.garam.nlu.GaramException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CheckpointsTest {

  @TempDir private Path out;

  @Test
  void withoutAFolderThereAreNone() {
    Checkpoints.NONE.open();
    Checkpoints.NONE.delete();

    assertThat(Checkpoints.NONE.of("model", Map.of())).isNull();
  }

  @Test
  void nothingToResumeIsToldBeforeAnythingIsLearned() throws IOException {
    Path folder = out.resolve("checkpoints");
    Checkpoints checkpoints = new Checkpoints(folder, true);
    String message =
        "Expected a checkpoint in "
            + folder
            + " to resume from, but there is none; train without --resume.";

    assertThatThrownBy(checkpoints::open).isInstanceOf(GaramException.class).hasMessage(message);

    Files.createDirectory(folder);

    assertThatThrownBy(checkpoints::open).isInstanceOf(GaramException.class).hasMessage(message);
  }

  @Test
  void aTrainingThatBeginsAnewForgetsTheOneBefore() throws IOException {
    Path file = file("model.checkpoint");

    new Checkpoints(file.getParent(), true).open();
    assertThat(file).exists();

    new Checkpoints(file.getParent(), false).open();
    assertThat(file.getParent()).doesNotExist();
  }

  @Test
  void deletedCheckpointsLeaveNoFolder() throws IOException {
    file("teacher-1.checkpoint");
    file("model.checkpoint.unfinished");
    Path file = file("model.checkpoint");
    Checkpoints checkpoints = new Checkpoints(file.getParent(), true);

    checkpoints.delete();

    assertThat(out).isEmptyDirectory();
    assertThatCode(checkpoints::delete).doesNotThrowAnyException();
  }

  @Test
  void aStrayFileIsLeftAndFailsNothing() throws IOException {
    Path theirs = file("notes.txt");
    Path ours = file("model.checkpoint");
    Checkpoints checkpoints = new Checkpoints(theirs.getParent(), false);

    assertThatCode(checkpoints::delete).doesNotThrowAnyException();
    assertThat(ours).doesNotExist();
    assertThat(theirs).exists();

    assertThatCode(checkpoints::open).doesNotThrowAnyException();
    assertThat(theirs).exists();
  }

  @Test
  void aCheckpointIsToldByTheEndOfItsNameAndNothingElse() throws IOException {
    Path folder = Files.createDirectories(out.resolve("my.checkpoint.trials/checkpoints"));
    Path theirs = Files.writeString(folder.resolve("my.checkpoint.notes.txt"), "");
    Files.createDirectory(folder.resolve("old.checkpoint"));

    assertThatThrownBy(() -> new Checkpoints(folder, true).open())
        .isInstanceOf(GaramException.class)
        .hasMessageContaining("but there is none");
    new Checkpoints(folder, false).open();

    assertThat(theirs).exists();
    assertThat(folder.resolve("old.checkpoint")).exists();
  }

  private Path file(String name) throws IOException {
    Path folder = Files.createDirectories(out.resolve("checkpoints"));
    return Files.writeString(folder.resolve(name), "");
  }
}
