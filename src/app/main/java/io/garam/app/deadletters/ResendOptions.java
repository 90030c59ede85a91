package io.garam.app.deadletters;

import io.garam.app.usage.UsageException;
import io.garam.streams.deadletters.ResendRequest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The flags that say whether letters are sent again, and to which topics. */
final class ResendOptions {

  /** The flags, which say nothing without {@code --replay}. */
  static final List<String> FLAGS = List.of("--to", "--allow-topic");

  @Option(
      names = "--replay",
      description =
          "Send the events again to the input topic (garam.input.topic), where they came from.")
  boolean replay;

  @Option(
      names = "--to",
      paramLabel = "TOPIC",
      description = "With --replay: send all of them to this topic.")
  private @Nullable String to;

  @Option(
      names = "--allow-topic",
      paramLabel = "TOPIC",
      description =
          "With --replay: send events also to this topic, if they came from it; may be repeated."
              + " Whoever can write to the dead-letter topic can write letters that name any topic,"
              + " so no others are written to or read.")
  private List<String> allowed = new ArrayList<>();

  /**
   * Checks the flags before any work.
   *
   * @param deadLetters the topic of the dead letters, to which none may be sent again
   * @throws UsageException if a flag names it
   */
  void check(String deadLetters) {
    if (deadLetters.equals(to) || allowed.contains(deadLetters)) {
      throw new UsageException(
          "Expected --to and --allow-topic to name topics that a tagger reads, but found "
              + deadLetters
              + ", the topic of the dead letters; name another.");
    }
  }

  /** Returns what is to be sent again, and where it may go: to the input topic in any case. */
  ResendRequest request(String inputTopic, List<String> reasons) {
    Set<String> trusted = new HashSet<>(allowed);
    trusted.add(inputTopic);
    return new ResendRequest(to, trusted, Set.copyOf(reasons));
  }
}
