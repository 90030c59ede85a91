package io.garam.app.train;

import io.garam.app.output.WritableFolder;
import io.garam.nlu.GaramException;
import io.garam.nlu.bundle.ModelBundle;
import io.garam.nlu.io.FileFault;
import io.garam.training.checkpoint.Checkpoints;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where a training writes its model and, while it runs, its checkpoints. What is there already is
 * replaced only if somebody says so.
 *
 * @param folder that {@code --out} names
 */
record OutputFolder(Path folder) {

  private static final String CHECKPOINTS = Checkpoints.FOLDER;

  /** Returns the folder that is a training's own while it runs. */
  Path checkpoints() {
    return folder.resolve(CHECKPOINTS);
  }

  /** Says whether a training that was interrupted has left something to go on from. */
  boolean hasCheckpoint() {
    return Files.isDirectory(checkpoints()) && !files(checkpoints()).isEmpty();
  }

  /**
   * Checks, before any work, that a model may and can be written here.
   *
   * @param resume whether an interrupted training goes on, which was allowed to be here
   * @param force whether what is there may be replaced
   * @throws GaramException if it may not or cannot
   */
  void check(boolean resume, boolean force) {
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new GaramException(
          "Expected --out to name a folder, but "
              + folder
              + " is a file; name another place for the model.");
    }
    boolean goesOn = resume && hasCheckpoint();
    if (Files.isDirectory(folder) && !force && !goesOn) {
      requireNothingToLose(resume);
    }
    WritableFolder.require("--out", folder);
  }

  private void requireNothingToLose(boolean resume) {
    if (!resume && hasCheckpoint()) {
      throw new GaramException(
          "Expected --out to name a new or empty folder, but "
              + checkpoints()
              + " holds what an interrupted training had learned; add --resume to go on with it, or"
              + " --force to begin anew.");
    }
    if (Files.exists(folder.resolve(ModelBundle.SPEC))) {
      throw new GaramException(
          "Expected --out to name a new or empty folder, but "
              + folder
              + (resume
                  ? " holds a model already, and no training that could go on; use it, or add"
                      + " --force without --resume to replace it."
                  : " holds a model; name another folder, or add --force to replace it."));
    }
    if (!files(folder).stream().allMatch(file -> file.endsWith(CHECKPOINTS))) {
      throw new GaramException(
          "Expected --out to name a new or empty folder, but "
              + folder
              + " holds other files; name another folder, or add --force to write there.");
    }
  }

  private static List<Path> files(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    } catch (IOException e) {
      throw new GaramException(
          "Expected to look into "
              + folder
              + ", but that failed ("
              + FileFault.of(e)
              + "); check that you may read it.",
          e);
    }
  }
}
