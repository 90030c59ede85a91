package io.garam.app.train;

import io.garam.nlu.GaramException;
import io.garam.nlu.bundle.ModelBundle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Keeps a training from writing among files that are none of its own. */
final class OutputFolder {

  /** The folder inside the output folder that is a training's own while it runs. */
  static final String CHECKPOINTS = "checkpoints";

  private OutputFolder() {}

  /**
   * Checks, before any work, that a model may be written to a folder: it is missing, empty or an
   * older model.
   *
   * @throws GaramException if it is not
   */
  static void check(Path folder, boolean force) {
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new GaramException(
          "Expected --out to name a folder, but "
              + folder
              + " is a file; name another place for the model.");
    }
    if (Files.isDirectory(folder) && !force && !isEmptyOrModel(folder)) {
      throw new GaramException(
          "Expected --out to name a new or empty folder or an older model, but "
              + folder
              + " holds other files; name another folder, or add --force to write there.");
    }
  }

  private static boolean isEmptyOrModel(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return Files.exists(folder.resolve(ModelBundle.SPEC))
          || files.allMatch(file -> file.endsWith(CHECKPOINTS));
    } catch (IOException e) {
      throw new GaramException(
          "Expected to look into "
              + folder
              + ", but that failed ("
              + e
              + "); check that you may read it.",
          e);
    }
  }
}
