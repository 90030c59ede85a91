package io.garam.training.checkpoint;

import io.garam.nlu.GaramException;
import io.garam.nlu.io.FileFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Folder of a training's checkpoints, which are told by their names.
 *
 * @param path which need not exist
 */
record CheckpointFolder(Path path) {

  private static final String ENDING = ".checkpoint";
  private static final String UNFINISHED = ".unfinished";

  /**
   * Returns the checkpoint of a network.
   *
   * @param network its name among those of one training
   * @param training all that the training depends on, by name
   */
  Checkpoint checkpoint(String network, Map<String, String> training) {
    return new Checkpoint(path.resolve(network + ENDING), CheckpointIdentity.of(training));
  }

  /** Returns where a checkpoint is before it is finished. */
  static Path unfinished(Path checkpoint) {
    return checkpoint.resolveSibling(checkpoint.getFileName() + UNFINISHED);
  }

  /** Returns all checkpoints, those that were not finished too. */
  List<Path> files() {
    if (!Files.isDirectory(path)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(path)) {
      return files.filter(CheckpointFolder::isCheckpoint).toList();
    } catch (IOException e) {
      throw new GaramException(
          "Expected to look into "
              + path
              + ", but that failed ("
              + FileFault.of(e)
              + "); check its rights.",
          e);
    }
  }

  private static boolean isCheckpoint(Path file) {
    String name = String.valueOf(file.getFileName());
    return Files.isRegularFile(file)
        && (name.endsWith(ENDING) || name.endsWith(ENDING + UNFINISHED));
  }
}
