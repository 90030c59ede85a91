package io.garam.training.checkpoint;

import io.garam.nlu.GaramException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * Checkpoint: a file that holds the state of a training between two epochs, after an entry that
 * says what it is of. It is written to the disk and then replaced in one move, so that an
 * interruption while it is being written, of the process or of the machine, leaves the one before.
 *
 * @param file where it is, or is going to be
 * @param identity what it is of: a checkpoint of another training is refused
 */
public record Checkpoint(Path file, CheckpointIdentity identity) {

  /**
   * Writes the state.
   *
   * @param state what names all of it
   * @throws GaramException if the file cannot be written
   */
  public void write(Consumer<CheckpointVisitor> state) {
    Path unfinished = CheckpointFolder.unfinished(file);
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      new CheckpointContent(unfinished)
          .write(
              checkpoint -> {
                identity.write(checkpoint);
                state.accept(checkpoint);
              });
      DurableFile.replace(file, unfinished);
    } catch (IOException | RuntimeException e) {
      throw new GaramException(
          "Expected to write the checkpoint "
              + file
              + ", but that failed ("
              + e.getMessage()
              + "); free some space there, or choose another folder. With --resume the same command"
              + " goes on from the checkpoint before it, if there was one.",
          e);
    }
  }

  /**
   * Reads the state, if there is one.
   *
   * @param state what names all of it; its values are replaced
   * @return whether there was one
   * @throws GaramException if the file is damaged or belongs to another training
   */
  public boolean read(Consumer<CheckpointVisitor> state) {
    if (!Files.exists(file)) {
      return false;
    }
    try {
      if (!Files.isRegularFile(file)) {
        throw new IOException("no regular file");
      }
      new CheckpointContent(file)
          .read(
              checkpoint -> {
                requireSame(checkpoint);
                state.accept(checkpoint);
              });
      return true;
    } catch (GaramException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw new GaramException(
          "Expected a checkpoint in "
              + file
              + ", but it cannot be read; delete it, or begin anew with --force in place of"
              + " --resume.",
          e);
    }
  }

  private void requireSame(CheckpointVisitor checkpoint) {
    identity
        .difference(checkpoint)
        .ifPresent(
            difference -> {
              throw new GaramException(
                  "Expected the checkpoint "
                      + file
                      + " to be of this training, but it was made with "
                      + difference
                      + "; repeat the command that was interrupted, or begin anew with --force in"
                      + " place of --resume.");
            });
  }
}
