package io.garam.app.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.garam.nlu.GaramException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FolderLockTest {

  @TempDir private Path folder;

  @Test
  void aFolderIsMadeAndTakenByOneAlone() {
    Path data = folder.resolve("a/b");
    try (FolderLock lock = FolderLock.take(data)) {
      assertThat(lock.path()).isAbsolute().isDirectory();
      assertThatThrownBy(() -> FolderLock.take(data))
          .isInstanceOf(GaramException.class)
          .hasMessageStartingWith(
              "Expected the folder " + data + " to be free for the embedded broker");
    }
  }

  @Test
  void whatWasGivenUpCanBeTakenAgain() {
    FolderLock.take(folder).close();

    try (FolderLock again = FolderLock.take(folder)) {
      assertThat(again.path()).isEqualTo(folder.toAbsolutePath());
    }
  }

  @Test
  void aFileInPlaceOfTheFolderIsRefusedInASentence() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));

    assertThatThrownBy(() -> FolderLock.take(file))
        .isInstanceOf(GaramException.class)
        .hasMessageStartingWith("Expected to write the embedded broker's data to " + file)
        .hasMessageEndingWith("choose another folder with --data.");
  }
}
