package io.garam.app.replay.leftover;

import io.garam.app.usage.UsageException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The flags that ask for what replays have left on the brokers, instead of a replay. */
public final class LeftoverOptions {

  @Option(
      names = "--list",
      description =
          "Only list what replays that were interrupted have left on the brokers, and those that"
              + " run: id, topics, when begun, how far.")
  private boolean list;

  @Option(
      names = "--discard",
      paramLabel = "ID",
      description =
          "Only remove what the replay of this id has left: its groups, its topics, and an output"
              + " topic that it has made.")
  private @Nullable String discard;

  /**
   * Says whether leftovers are asked for, and so no replay.
   *
   * @param replay whether flags of a replay are given
   * @throws UsageException if both are, or both --list and --discard
   */
  public boolean areAsked(boolean replay) {
    if (list && discard != null) {
      throw new UsageException(
          "Expected --list or --discard, but found both; begin with --list, which names the ids.");
    }
    boolean asked = list || discard != null;
    if (asked && replay) {
      throw new UsageException(
          "Expected "
              + (list ? "--list" : "--discard")
              + " beside flags of the brokers alone, but found those of a replay; leave them out.");
    }
    return asked;
  }

  /** Returns the id of the replay to discard, null for a list. */
  @Nullable String discard() {
    return discard;
  }
}
