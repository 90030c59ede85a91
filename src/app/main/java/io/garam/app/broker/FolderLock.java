package io.garam.app.broker;

import io.garam.nlu.GaramException;
import io.garam.nlu.io.FileFault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Keeps a data folder to one broker. Kafka has a lock of its own, but finds it taken only halfway
 * through its start.
 */
final class FolderLock implements AutoCloseable {

  private static final String FILE = "garam.lock";

  private final Path path;
  private final FileChannel channel;

  private FolderLock(Path path, FileChannel channel) {
    this.path = path;
    this.channel = channel;
  }

  /**
   * Makes the folder where it is missing and takes it.
   *
   * @throws GaramException if another has it, or it cannot be written
   */
  static FolderLock take(Path folder) {
    try {
      Path path = Files.createDirectories(folder).toAbsolutePath();
      FileChannel channel =
          FileChannel.open(path.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      boolean taken = true;
      try {
        taken = isTaken(channel);
      } finally {
        if (taken) {
          channel.close();
        }
      }
      if (taken) {
        throw new GaramException(
            "Expected the folder "
                + folder
                + " to be free for the embedded broker, but another uses it; stop that one, or"
                + " choose another folder with --data.");
      }
      return new FolderLock(path, channel);
    } catch (IOException e) {
      throw new GaramException(
          "Expected to write the embedded broker's data to "
              + folder
              + ", but that failed ("
              + FileFault.of(e)
              + "); choose another folder with --data.",
          e);
    }
  }

  private static boolean isTaken(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock == null;
    } catch (OverlappingFileLockException e) {
      return true;
    }
  }

  /** Returns the folder's absolute path. */
  Path path() {
    return path;
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
