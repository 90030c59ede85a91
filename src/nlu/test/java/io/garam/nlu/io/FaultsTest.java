package io.garam.nlu.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.garam.nlu.GaramException;
import io.garam.nlu.GaramVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Faults as the file system really raises them, and the exception that people read. */
final class FaultsTest {

  @TempDir private Path folder;

  @Test
  void aFileThatIsNotThereIsSaidToBeMissing() {
    assertThat(reason(() -> Files.readString(folder.resolve("none"))))
        .isEqualTo("no such file or folder");
  }

  @Test
  void aFileInThePlaceOfAFolderIsSaidToBeThere() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");

    assertThat(reason(() -> Files.createFile(file))).isEqualTo("a file is in its place");
    assertThat(reason(() -> Files.createDirectories(file))).isEqualTo("a file is in its place");
    assertThat(reason(() -> list(file))).isEqualTo("it is no folder");
  }

  @Test
  void theSystemsOwnReasonIsLeftAsItIs() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");

    assertThat(reason(() -> Files.readString(file.resolve("below")))).isEqualTo("Not a directory");
  }

  @Test
  void aReasonOfTheExceptionItselfDoesNotHideWhatItsClassSays() {
    assertThat(FileFault.of(new FileAlreadyExistsException("a", "b", "x")))
        .isEqualTo("a file is in its place");
    assertThat(FileFault.of(new NotDirectoryException("a"))).isEqualTo("it is no folder");
    assertThat(FileFault.of(new DirectoryNotEmptyException("a"))).isEqualTo("a");
    assertThat(FileFault.of(new FileSystemException("a", "b", null))).isEqualTo("a -> b");
    assertThat(FileFault.of(new IOException("Stream closed"))).isEqualTo("Stream closed");
  }

  @Test
  void anExceptionForPeopleKeepsItsSentenceAndItsCause() {
    IOException cause = new IOException("no space");

    assertThat(new GaramException("Expected a, but found b; do c."))
        .hasMessage("Expected a, but found b; do c.")
        .hasNoCause();
    assertThat(new GaramException("Expected a.", cause)).hasMessage("Expected a.").hasCause(cause);
  }

  @Test
  void theVersionIsThatOfTheBuildAndNoPlaceholder() {
    assertThat(GaramVersion.current())
        .matches("\\d+\\.\\d+\\.\\d+(-SNAPSHOT)?")
        .isEqualTo(GaramVersion.current());
  }

  private static void list(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).isEmpty();
    }
  }

  /** Does something that the file system refuses. */
  private interface Action {
    void run() throws IOException;
  }

  private static String reason(Action action) {
    UncheckedIOException fault =
        catchThrowableOfType(
            UncheckedIOException.class,
            () -> {
              try {
                action.run();
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
    assertThat(fault).as("the file system refuses").isNotNull();
    return FileFault.of(fault.getCause());
  }
}
