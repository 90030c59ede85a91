package io.garam.training.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.garam.nlu.GaramException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

final class CheckpointTest {

  private static final Map<String, String> TRAINING = Map.of("epochs", "6", "corpus", "a of 240");

  @TempDir private Path folder;

  private Checkpoint checkpoint;

  @BeforeEach
  void name() {
    checkpoint =
        new Checkpoint(
            folder.resolve("checkpoints/model.checkpoint"), CheckpointIdentity.of(TRAINING));
  }

  @Test
  void whatIsWrittenIsReadBack() {
    CheckpointState written = CheckpointState.of(300, 1);
    checkpoint.write(written::accept);
    CheckpointState read = CheckpointState.of(300, 0);

    assertThat(checkpoint.read(read::accept)).isTrue();

    assertThat(read.weights()).isEqualTo(written.weights());
    assertThat(read.steps()).isEqualTo(1);
    assertThat(read.figures()).isEqualTo("에폭 1");
  }

  @Test
  void withoutAFileTheStateStays() {
    CheckpointState state = CheckpointState.of(300, 7);

    assertThat(checkpoint.read(state::accept)).isFalse();

    assertThat(state.steps()).isEqualTo(7);
  }

  @Test
  void aLaterStateTakesThePlaceOfTheOneBefore() {
    checkpoint.write(CheckpointState.of(300, 1)::accept);
    checkpoint.write(CheckpointState.of(300, 2)::accept);

    assertThat(stepsRead()).isEqualTo(2);
    assertThat(unfinished()).doesNotExist();
  }

  @Test
  void whatWasCutShortInWritingIsIgnored() throws IOException {
    checkpoint.write(CheckpointState.of(300, 1)::accept);
    byte[] whole = Files.readAllBytes(checkpoint.file());
    Files.write(unfinished(), Arrays.copyOf(whole, whole.length / 2));

    assertThat(stepsRead()).isEqualTo(1);

    checkpoint.write(CheckpointState.of(300, 2)::accept);

    assertThat(stepsRead()).isEqualTo(2);
    assertThat(unfinished()).doesNotExist();
  }

  @Test
  void aFileThatCannotBeWrittenLeavesTheOneBefore() throws IOException {
    checkpoint.write(CheckpointState.of(300, 1)::accept);
    Files.createDirectory(unfinished());

    assertThatThrownBy(() -> checkpoint.write(CheckpointState.of(300, 2)::accept))
        .isInstanceOf(GaramException.class)
        .hasMessageStartingWith("Expected to write the checkpoint " + checkpoint.file() + ", but ")
        .hasMessageEndingWith(
            "; free some space there, or choose another folder. With --resume the same command goes"
                + " on from the checkpoint before it, if there was one.");

    assertThat(stepsRead()).isEqualTo(1);
  }

  @Test
  void aCheckpointOfAnotherTrainingSaysWhatDiffers() {
    checkpoint.write(CheckpointState.of(300, 1)::accept);
    Map<String, String> other = Map.of("epochs", "9", "corpus", "a of 240", "threshold", "0.5");
    CheckpointState state = CheckpointState.of(300, 0);

    assertThatThrownBy(
            () ->
                new Checkpoint(checkpoint.file(), CheckpointIdentity.of(other)).read(state::accept))
        .isInstanceOf(GaramException.class)
        .hasMessage(
            "Expected the checkpoint "
                + checkpoint.file()
                + " to be of this training, but it was made with epochs 6 and not 9, threshold none"
                + " and not 0.5; repeat the command that was interrupted, or begin anew with"
                + " --force in place of --resume.");
    assertThat(state.figures()).isEqualTo("에폭 0");
  }

  @Test
  void aCheckpointOfAnotherVersionIsRefusedInASentence() {
    new Checkpoint(
            checkpoint.file(), CheckpointIdentity.of(Map.of("garam", "0.0.9", "libtorch", "2.9")))
        .write(CheckpointState.of(300, 1)::accept);
    Checkpoint now =
        new Checkpoint(
            checkpoint.file(), CheckpointIdentity.of(Map.of("garam", "0.1.0", "libtorch", "2.9")));

    assertThatThrownBy(() -> now.read(CheckpointState.of(300, 0)::accept))
        .isInstanceOf(GaramException.class)
        .hasMessageContaining("but it was made with garam 0.0.9 and not 0.1.0; repeat");
  }

  @Test
  void theFormatIsPartOfWhatACheckpointIsOf() {
    assertThat(checkpoint.identity().training()).containsEntry("checkpoint format", "3");
  }

  @Test
  void anArchiveOfAnOlderVersionIsRefusedAsSuch() throws IOException {
    Files.createDirectories(checkpoint.file().getParent());
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(checkpoint.file()))) {
      zip.putNextEntry(new ZipEntry("a/data.pkl"));
      zip.write(new byte[] {1, 2, 3});
      zip.closeEntry();
    }

    assertThatThrownBy(() -> checkpoint.read(CheckpointState.of(300, 0)::accept))
        .isInstanceOf(GaramException.class)
        .hasMessage(
            "Expected the checkpoint "
                + checkpoint.file()
                + " to be of this version of Garam, but it is of an older one; go on with that"
                + " version, or begin anew with --force in place of --resume.");
  }

  /** Issue 12: libtorch ended the process where the disk was full. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void aFullDiskLeavesTheCheckpointOfBeforeAndIsTold() throws IOException {
    checkpoint.write(CheckpointState.of(300, 1)::accept);
    Files.createSymbolicLink(unfinished(), Path.of("/dev/full"));

    assertThatThrownBy(() -> checkpoint.write(CheckpointState.of(300_000, 2)::accept))
        .isInstanceOf(GaramException.class)
        .hasMessageStartingWith("Expected to write the checkpoint " + checkpoint.file() + ", but ")
        .hasMessageContaining("No space left on device")
        .hasMessageContaining("; free some space there");

    assertThat(stepsRead()).isEqualTo(1);
  }

  private int stepsRead() {
    CheckpointState state = CheckpointState.of(300, 0);
    checkpoint.read(state::accept);
    return state.steps();
  }

  private Path unfinished() {
    return checkpoint.file().resolveSibling("model.checkpoint.unfinished");
  }
}
