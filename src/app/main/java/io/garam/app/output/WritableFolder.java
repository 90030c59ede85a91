package io.garam.app.output;

import io.garam.nlu.GaramException;
import io.garam.nlu.io.FileFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * Check of an output folder: whether a file can be made in it, known before the work whose outcome
 * it is to hold.
 */
public final class WritableFolder {

  private WritableFolder() {}

  /**
   * Makes a file where the folder is, or is to be, and takes it away again: rights, mounts that are
   * read-only and what else there may be show in no other way.
   *
   * @param flag that named the folder, for the message
   * @throws GaramException if that fails
   */
  public static void require(String flag, Path folder) {
    Path existing = folder.toAbsolutePath().normalize();
    while (existing.getParent() != null && !Files.exists(existing)) {
      existing = existing.getParent();
    }
    try {
      Files.delete(Files.createTempFile(existing, ".garam", ".probe"));
    } catch (IOException e) {
      throw new GaramException(
          "Expected "
              + flag
              + " to name a place that can be written to, but no file can be made in "
              + existing
              + " ("
              + (e instanceof NoSuchFileException ? "it takes no files" : FileFault.of(e))
              + "); name another, or change its rights.",
          e);
    }
  }
}
