package io.garam.streams.reset;

import io.garam.nlu.GaramException;
import io.garam.nlu.io.FileFault;
import io.garam.streams.config.GaramConfig;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.common.utils.Utils;

/**
 * Local state of an application id: the folder of that name in {@code state.dir}, in which Kafka
 * Streams keeps stores, checkpoints and locks on this machine.
 */
record LocalState(Path folder) {

  private static final String LOCK = ".lock";

  /** What Kafka Streams (4.3.1) puts there: a folder for each task, and files of its own. */
  private static final Pattern KNOWN =
      Pattern.compile("\\.lock|kafka-streams-process-metadata|global|\\d+_\\d+");

  /**
   * @throws GaramException if the application id is no name of a folder in {@code state.dir}
   */
  static LocalState of(GaramConfig config) {
    Path parent = Path.of(config.stateFolder()).toAbsolutePath().normalize();
    Path folder = parent.resolve(config.applicationId()).normalize();
    if (!parent.equals(folder.getParent())) {
      throw new GaramException(
          "Expected an application id that names a folder in "
              + parent
              + ", but found \""
              + config.applicationId()
              + "\"; correct --application-id.");
    }
    return new LocalState(folder);
  }

  /**
   * Finds the folder and makes sure that it may be deleted.
   *
   * @return nothing where there is no such folder
   * @throws GaramException if an instance uses it, or if it holds what is not of Kafka Streams
   */
  Optional<ResetPlan.Folder> find() {
    if (Files.isSymbolicLink(folder)) {
      throw new GaramException(
          "Expected a folder at "
              + folder
              + ", but it is a link; delete by hand what it leads to, and the link.");
    }
    if (!Files.isDirectory(folder)) {
      return Optional.empty();
    }
    try (Stream<Path> entries = Files.list(folder);
        Stream<Path> all = Files.walk(folder)) {
      Optional<String> foreign =
          entries
              .map(entry -> entry.getFileName().toString())
              .filter(name -> !KNOWN.matcher(name).matches())
              .sorted()
              .findFirst();
      if (foreign.isPresent()) {
        throw new GaramException(
            "Expected nothing but state of Kafka Streams in "
                + folder
                + ", but found "
                + foreign.get()
                + "; correct state.dir, or delete the folder by hand.");
      }
      requireUnused();
      List<Path> within = all.toList();
      requireDeletable(within);
      long bytes = 0;
      for (Path file : within) {
        bytes += Files.isRegularFile(file) ? Files.size(file) : 0;
      }
      return Optional.of(new ResetPlan.Folder(folder.toString(), bytes));
    } catch (IOException e) {
      throw unusable("read", e);
    }
  }

  /** What is in a folder can be deleted by whoever may write to the folder. */
  private void requireDeletable(List<Path> within) {
    Stream.concat(Stream.ofNullable(folder.getParent()), within.stream().filter(Files::isDirectory))
        .filter(one -> !Files.isWritable(one))
        .findFirst()
        .ifPresent(
            one -> {
              throw new GaramException(
                  "Expected to be allowed to delete the folder "
                      + folder
                      + ", but nothing can be written in "
                      + one
                      + "; see who owns it, and whether its file system is read-only.");
            });
  }

  private void requireUnused() throws IOException {
    Path file = folder.resolve(LOCK);
    if (!Files.exists(file)) {
      return;
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock()) {
      if (lock == null) {
        throw inUse();
      }
    } catch (OverlappingFileLockException e) {
      throw inUse();
    }
  }

  private GaramException inUse() {
    return new GaramException(
        "Expected all instances to be stopped, but one on this machine uses the folder "
            + folder
            + "; stop it first.");
  }

  /**
   * @throws GaramException if that fails
   */
  void delete() {
    try {
      Utils.delete(folder.toFile());
    } catch (IOException e) {
      throw unusable("delete", e);
    }
  }

  private GaramException unusable(String what, IOException e) {
    return new GaramException(
        "Expected to "
            + what
            + " the folder "
            + folder
            + ", but that failed ("
            + FileFault.of(e)
            + "); see who owns it and what uses it, and start again.",
        e);
  }
}
