package io.garam.app.train;

import io.garam.app.usage.UsageException;
import io.garam.training.checkpoint.Checkpoints;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The flags that say where the model bundle is written, what it is called, what it replaces. */
final class BundleOptions {

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "The folder to write the model to: new or empty, unless --force is given.")
  private Path out;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "The model's name, which every tagged event carries. Default: that of --out.")
  private @Nullable String name;

  @Option(
      names = "--model-version",
      paramLabel = "VERSION",
      description = "The model's version, likewise. Default: ${DEFAULT-VALUE}.")
  private String version = "1";

  @Option(
      names = "--resume",
      description =
          "Go on with a training that was interrupted: the same command, with this flag, ends with"
              + " the same model. Checkpoints are in the folder checkpoints of --out until it is"
              + " done. Further trainings (below) have none and are run again.")
  private boolean resume;

  @Option(
      names = "--force",
      description =
          "Write to --out whatever it holds: replace an older model, begin anew where an"
              + " interrupted training left checkpoints, write among other files.")
  private boolean force;

  /**
   * Checks, before any work, that a model may and can be written there.
   *
   * @throws UsageException if the flags contradict each other
   * @throws io.garam.nlu.GaramException if the folder cannot be used
   */
  void check() {
    if (resume && force) {
      throw new UsageException(
          "Expected --resume to go on or --force to begin anew, but found both; leave one out.");
    }
    if (name == null && nameOfFolder() == null) {
      throw new UsageException(
          "Expected --name for a model whose folder has none, but found --out "
              + out
              + " alone; add --name NAME, or name another folder.");
    }
    folder().check(resume, force);
  }

  OutputFolder folder() {
    return new OutputFolder(out);
  }

  /** Opens the checkpoints: those of an interrupted training where it goes on, else new ones. */
  Checkpoints openCheckpoints() {
    Checkpoints checkpoints = new Checkpoints(folder().checkpoints(), resume);
    checkpoints.open();
    return checkpoints;
  }

  /**
   * Returns the command that goes on with a training.
   *
   * @param command that runs it
   */
  String resuming(String command) {
    return resume ? command : command + " --resume";
  }

  /** Returns the model's name. */
  String name() {
    return name == null ? String.valueOf(nameOfFolder()) : name;
  }

  /** The root of a file system has no name. */
  private @Nullable Path nameOfFolder() {
    return out.toAbsolutePath().normalize().getFileName();
  }

  /** Returns the model's version. */
  String version() {
    return version;
  }
}
