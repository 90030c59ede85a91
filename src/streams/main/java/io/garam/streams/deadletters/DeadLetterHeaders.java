package io.garam.streams.deadletters;

/**
 * Headers of a dead letter, those that Kafka Streams itself gives dead letters (KIP-1034), and what
 * they say where a value is missing.
 */
public final class DeadLetterHeaders {

  private static final String PREFIX = "__streams.errors.";
  private static final String OWN_PREFIX = "garam.dead.letter.";

  public static final String EXCEPTION = PREFIX + "exception";
  public static final String MESSAGE = PREFIX + "message";
  public static final String STACKTRACE = PREFIX + "stacktrace";
  public static final String TOPIC = PREFIX + "topic";
  public static final String PARTITION = PREFIX + "partition";
  public static final String OFFSET = PREFIX + "offset";

  /** The reason's code, see {@link io.garam.streams.event.ReasonCode#code}. */
  public static final String REASON = OWN_PREFIX + "reason";

  /** What did not fit, any of {@code value}, {@code headers} and {@code key}, by commas. */
  public static final String LEFT_OUT = OWN_PREFIX + "left.out";

  /** The event's own time in milliseconds, where the letter has another. */
  public static final String TIME = OWN_PREFIX + "time";

  /** Ends the message of a letter whose value did not fit. */
  public static final String VALUE_LEFT_OUT =
      "The value is too large for a dead letter too; read it where it came from.";

  private DeadLetterHeaders() {}

  /** Says whether a header tells of the letter; an event that is sent again has none of these. */
  public static boolean isOne(String key) {
    return key.startsWith(PREFIX) || key.startsWith(OWN_PREFIX);
  }
}
