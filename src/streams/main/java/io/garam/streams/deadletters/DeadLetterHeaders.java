package io.garam.streams.deadletters;

/**
 * The headers of a dead letter, those that Kafka Streams itself gives dead letters (KIP-1034), and
 * what they say where a value is missing.
 */
public final class DeadLetterHeaders {

  /** All names begin so; an event that is sent again has none of them. */
  public static final String PREFIX = "__streams.errors.";

  public static final String EXCEPTION = PREFIX + "exception";
  public static final String MESSAGE = PREFIX + "message";
  public static final String STACKTRACE = PREFIX + "stacktrace";
  public static final String TOPIC = PREFIX + "topic";
  public static final String PARTITION = PREFIX + "partition";
  public static final String OFFSET = PREFIX + "offset";

  /** Ends the message of a letter whose value did not fit. */
  public static final String VALUE_LEFT_OUT =
      "The value is too large for a dead letter too; read it where it came from.";

  private DeadLetterHeaders() {}
}
