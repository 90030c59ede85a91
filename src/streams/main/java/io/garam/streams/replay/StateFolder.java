package io.garam.streams.replay;

import io.garam.nlu.GaramException;
import io.garam.nlu.io.FileFault;
import io.garam.streams.log.LogNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.common.utils.Utils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where a replay keeps what Kafka Streams puts on a disk: a temporary folder that bears the number
 * of its process, so that the next replay clears away what a killed one left. All that it holds is
 * also on the brokers.
 */
final class StateFolder implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(LogNames.REPLAY);
  private static final String PREFIX = "garam-replay-";
  private static final Pattern NAME = Pattern.compile(PREFIX + "(\\d{1,18})-.*");

  private final Path folder;

  private StateFolder(Path folder) {
    this.folder = folder;
  }

  /** Makes a new one, and deletes those of processes that have ended. */
  static StateFolder create() {
    try {
      Path folder = Files.createTempDirectory(PREFIX + ProcessHandle.current().pid() + "-");
      siblings(folder).stream().filter(StateFolder::isLeft).forEach(StateFolder::delete);
      return new StateFolder(folder);
    } catch (IOException e) {
      throw new GaramException(
          "Expected to make a temporary folder for the replay's state, but that failed ("
              + FileFault.of(e)
              + "); make room in java.io.tmpdir, or name another.",
          e);
    }
  }

  Path path() {
    return folder;
  }

  private static List<Path> siblings(Path folder) throws IOException {
    try (Stream<Path> siblings = Files.list(folder.toAbsolutePath().getParent())) {
      return siblings.toList();
    }
  }

  private static boolean isLeft(Path folder) {
    Matcher name = NAME.matcher(String.valueOf(folder.getFileName()));
    return name.matches() && ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty();
  }

  private static void delete(Path folder) {
    try {
      Utils.delete(folder.toFile());
    } catch (IOException e) {
      log.warn("The folder {} could not be deleted ({}); delete it by hand.", folder, e.toString());
    }
  }

  @Override
  public void close() {
    delete(folder);
  }
}
