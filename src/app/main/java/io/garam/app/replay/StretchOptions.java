package io.garam.app.replay;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The flags that say which stretch of a topic is replayed, by times or by offsets. */
final class StretchOptions {

  @Option(
      names = "--from",
      paramLabel = "TIME|OFFSETS",
      description =
          "Where to begin: a time (2026-11-25T14:30:00Z, UTC without a zone; 2026-11-25; or 24h for"
              + " that long ago) or offsets by partition (0:1000,1:1200). Default: the topic's"
              + " beginning.")
  private @Nullable String from;

  @Option(
      names = "--to",
      paramLabel = "TIME|OFFSETS",
      description =
          "Where to end, before that time or those offsets. Default, and for partitions not named:"
              + " what is there when the replay begins.")
  private @Nullable String to;

  /** Says whether a stretch is given. */
  boolean isGiven() {
    return from != null || to != null;
  }

  /** Returns where to begin, null for the topic's beginning. */
  @Nullable String from() {
    return from;
  }

  /** Returns where to end, null for what is there now. */
  @Nullable String to() {
    return to;
  }
}
