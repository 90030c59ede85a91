package io.garam.streams.log;

/**
 * Logger names of a tagger: by what a line speaks of, whichever class writes it, so that who runs a
 * tagger can set their levels apart. docs/operations.md lists them.
 */
public final class LogNames {

  /** Starts, failures of threads, and what is true of the whole stream. */
  public static final String TAGGER = "io.garam.tagger";

  /** Dead letters and skips, with their reasons. */
  public static final String DEAD_LETTERS = "io.garam.deadletters";

  /** Brokers that do not answer, partitions gained and lost, batches that take long. */
  public static final String MONITOR = "io.garam.monitor";

  /** Models of the registry that take over, and those that are refused. */
  public static final String MODELS = "io.garam.models";

  /** What becomes of a replay's topics and folders. */
  public static final String REPLAY = "io.garam.replay";

  private LogNames() {}
}
