package io.garam.training.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CheckpointFolderTest {

  @TempDir private Path folder;

  @Test
  void checkpointsAreToldByTheirNames() throws IOException {
    CheckpointFolder checkpoints = new CheckpointFolder(folder);
    Path model = Files.createFile(checkpoints.checkpoint("model", Map.of()).file());
    Path unfinished = Files.createFile(CheckpointFolder.unfinished(model));
    Files.createFile(folder.resolve("notes.txt"));
    Files.createFile(folder.resolve("half.unfinished"));
    Files.createDirectory(folder.resolve("old.checkpoint"));

    assertThat(checkpoints.files()).containsExactlyInAnyOrder(model, unfinished);
  }

  @Test
  void networksOfOneTrainingHaveFilesOfTheirOwn() {
    CheckpointFolder checkpoints = new CheckpointFolder(folder);

    Path first = checkpoints.checkpoint("teacher-1", Map.of()).file();
    Path second = checkpoints.checkpoint("teacher-2", Map.of()).file();

    assertThat(first).isNotEqualTo(second);
    assertThat(first.getParent()).isEqualTo(second.getParent()).isEqualTo(folder);
  }

  @Test
  void aFolderThatIsNotThereHasNone() {
    assertThat(new CheckpointFolder(folder.resolve("none")).files()).isEmpty();
  }
}
