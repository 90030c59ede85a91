package io.garam.streams.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StateFolderTest {

  /** More than any system numbers its processes with. */
  private static final String NO_PROCESS = "2147483646";

  private final List<Path> made = new ArrayList<>();

  @AfterEach
  void delete() throws IOException {
    for (Path folder : made) {
      Files.deleteIfExists(folder.resolve("file"));
      Files.deleteIfExists(folder);
    }
  }

  /** Makes a folder as another process may have left it, with a file in it. */
  private Path left(String name) throws IOException {
    Path folder = Path.of(System.getProperty("java.io.tmpdir"), name);
    Files.createDirectory(folder);
    Files.createFile(folder.resolve("file"));
    made.add(folder);
    return folder;
  }

  @Test
  void itIsThereUntilItIsClosedAndBearsTheNumberOfItsProcess() throws IOException {
    Path path;
    try (StateFolder folder = StateFolder.create()) {
      path = folder.path();
      assertThat(path).isEmptyDirectory();
      assertThat(path.getFileName().toString())
          .startsWith("garam-replay-" + ProcessHandle.current().pid() + "-");
      Files.createDirectories(path.resolve("task/rocksdb"));
      Files.createFile(path.resolve("task/rocksdb/data"));
    }
    assertThat(path).doesNotExist();
  }

  @Test
  void twoOfOneProcessAreApart() {
    try (StateFolder one = StateFolder.create();
        StateFolder other = StateFolder.create()) {
      assertThat(one.path()).exists().isNotEqualTo(other.path());
      assertThat(other.path()).exists();
    }
  }

  @Test
  void whatAProcessThatHasEndedLeftIsDeletedAndNothingElse() throws IOException {
    Path dead = left("garam-replay-" + NO_PROCESS + "-1");
    Path living = left("garam-replay-" + ProcessHandle.current().pid() + "-test");
    Path another = left("garam-replays-" + NO_PROCESS + "-1");
    Path unnumbered = left("garam-replay-x-1");
    try (StateFolder folder = StateFolder.create()) {
      assertThat(dead).doesNotExist();
      assertThat(List.of(living, another, unnumbered, folder.path()))
          .allSatisfy(path -> assertThat(path).exists());
    }
  }

  /** In a folder where everybody may write, such a name once kept every replay from starting. */
  @Test
  void aNumberThatNoProcessCanHaveIsNobodysFolder() throws IOException {
    Path endless = left("garam-replay-99999999999999999999-1");
    try (StateFolder folder = StateFolder.create()) {
      assertThat(folder.path()).exists();
      assertThat(endless).exists();
    }
  }
}
