package io.garam.training.checkpoint;

import io.garam.nlu.GaramException;
import io.garam.nlu.io.FileFault;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Checkpoint files: where a training leaves its checkpoints, one file for each network that it
 * teaches.
 *
 * @param folder which is theirs alone; null for no checkpoints
 * @param resume whether a training that was interrupted goes on, rather than one beginning anew
 */
public record Checkpoints(@Nullable Path folder, boolean resume) {

  /** The name of their folder in that of the model. */
  public static final String FOLDER = "checkpoints";

  /** No checkpoints. */
  public static final Checkpoints NONE = new Checkpoints(null, false);

  private static final Logger LOG = LoggerFactory.getLogger(Checkpoints.class);

  /**
   * Makes sure that there is something to resume, or nothing left from before. A training does so
   * itself; whoever has long work to do before it had better know at once.
   *
   * @throws GaramException if there is nothing to resume, or what is left cannot be deleted
   */
  public void open() {
    if (folder == null) {
      return;
    }
    if (!resume) {
      try {
        deleteAll();
      } catch (IOException e) {
        throw new GaramException(
            "Expected to delete the checkpoints in "
                + folder
                + ", but that failed ("
                + FileFault.of(e)
                + "); delete the folder yourself.",
            e);
      }
    } else if (!areThere()) {
      throw new GaramException(
          "Expected a checkpoint in "
              + folder
              + " to resume from, but there is none; train without --resume.");
    }
  }

  /**
   * Returns the checkpoints of a further training, which leaves those of this one where they are.
   */
  public Checkpoints goingOn() {
    return new Checkpoints(folder, true);
  }

  /**
   * Returns the checkpoint of a network, null for none.
   *
   * @param network its name among those of one training
   * @param training all that the training depends on, by name
   */
  public @Nullable Checkpoint of(String network, Map<String, String> training) {
    return folder == null ? null : new CheckpointFolder(folder).checkpoint(network, training);
  }

  /**
   * Deletes all checkpoints, and the folder that was theirs unless others have left something in
   * it. The model is written by then: what cannot be deleted is said and fails nothing.
   */
  public void delete() {
    try {
      deleteAll();
    } catch (IOException | GaramException e) {
      LOG.warn(
          "The model is written, but the checkpoints in {} could not be deleted ({}); delete the"
              + " folder yourself.",
          folder,
          e.toString());
    }
  }

  private void deleteAll() throws IOException {
    if (folder == null || !Files.isDirectory(folder)) {
      return;
    }
    for (Path file : files()) {
      Files.delete(file);
    }
    try {
      Files.delete(folder);
    } catch (DirectoryNotEmptyException e) {
      LOG.warn("Left the folder {}, which holds files that are no checkpoints.", folder);
    }
  }

  /** Says whether a training that is not finished has left some. */
  public boolean areThere() {
    return !files().isEmpty();
  }

  private List<Path> files() {
    return folder == null ? List.of() : new CheckpointFolder(folder).files();
  }
}
