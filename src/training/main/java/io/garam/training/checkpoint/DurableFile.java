package io.garam.training.checkpoint;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;

/**
 * Puts a new file in the place of an old one, so that after a power cut one of the two is whole.
 */
final class DurableFile {

  private DurableFile() {}

  /**
   * Moves a written file to where another may be.
   *
   * @throws IOException if it cannot be written to the disk or moved
   */
  static void replace(Path file, Path written) throws IOException {
    try (FileChannel content = FileChannel.open(written, StandardOpenOption.WRITE)) {
      content.force(true);
    }
    try {
      Files.move(
          written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(written, file, StandardCopyOption.REPLACE_EXISTING);
    }
    forceFolder(Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file's folder"));
  }

  /** The move is an entry of the folder. Windows opens no folders, and needs none of this. */
  private static void forceFolder(Path folder) throws IOException {
    if (System.getProperty("os.name", "").startsWith("Windows")) {
      return;
    }
    try (FileChannel entries = FileChannel.open(folder, StandardOpenOption.READ)) {
      entries.force(true);
    }
  }
}
