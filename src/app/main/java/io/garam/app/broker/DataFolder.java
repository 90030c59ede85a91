package io.garam.app.broker;

import io.garam.nlu.GaramException;
import io.garam.nlu.io.FileFault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.utils.Utils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder of a broker's data as it was before its start, so that a start that fails leaves it
 * so.
 *
 * @param path where it is, or is going to be
 * @param existed whether it was there
 * @param files what was in it
 */
record DataFolder(Path path, boolean existed, Set<Path> files) {

  private static final Logger LOG = LoggerFactory.getLogger(DataFolder.class);

  static DataFolder of(Path path) {
    if (!Files.isDirectory(path)) {
      return new DataFolder(path, Files.exists(path), Set.of());
    }
    try (Stream<Path> files = Files.list(path)) {
      return new DataFolder(path, true, files.collect(Collectors.toSet()));
    } catch (IOException e) {
      // Whoever cannot look into it cannot have left anything in it.
      return new DataFolder(path, true, Set.of());
    }
  }

  /**
   * Returns a new folder for temporary files.
   *
   * @throws GaramException if none can be made
   */
  static DataFolder temporary() {
    try {
      return new DataFolder(Files.createTempDirectory("garam-broker"), false, Set.of());
    } catch (IOException e) {
      throw new GaramException(
          "Expected to create a temporary folder for the embedded broker, but that failed ("
              + FileFault.of(e)
              + "); free some space or set java.io.tmpdir.",
          e);
    }
  }

  /**
   * Deletes what a start has made in the folder, if it was the first there. Whoever calls this
   * holds the folder, so that nothing of another's is deleted.
   */
  void deleteWhatIsNew() {
    if (!files.isEmpty()) {
      return;
    }
    try (Stream<Path> made = Files.list(path)) {
      made.forEach(DataFolder::delete);
    } catch (IOException | UncheckedIOException e) {
      LOG.debug("What a failed start has left in {} could not be deleted.", path, e);
    }
  }

  /** Deletes the folder if the start has made it and nothing is in it. */
  void deleteIfMade() {
    try {
      if (!existed) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      LOG.debug("The folder {} of a failed start could not be deleted.", path, e);
    }
  }

  /** Deletes a file, or a folder with all that is in it. */
  static void delete(Path folder) {
    try {
      Utils.delete(folder.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
