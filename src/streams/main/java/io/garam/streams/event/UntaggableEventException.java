package io.garam.streams.event;

import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Exception for an event that cannot be tagged: says why, and the stream goes on without it. The
 * code is for programs, the message one sentence for whoever reads the dead letter. There is no
 * stack trace, since the cause is the event and not the code, and a flood of bad events must stay
 * cheap.
 */
public final class UntaggableEventException extends RuntimeException {

  /** What a sentence quotes at its end may be a sentence too. */
  private static final Pattern ENDS = Pattern.compile("\\.{2,}$");

  private final ReasonCode code;
  private final String reason;
  private final @Nullable Long time;

  public UntaggableEventException(ReasonCode code, String reason) {
    this(code, reason, null);
  }

  private UntaggableEventException(ReasonCode code, String reason, @Nullable Long time) {
    this(code, time, ENDS.matcher(reason).replaceFirst("."));
  }

  private UntaggableEventException(ReasonCode code, @Nullable Long time, String reason) {
    super(reason, null, false, false);
    this.code = code;
    this.reason = reason;
    this.time = time;
  }

  /**
   * Returns that an event has a time that a topic does not take.
   *
   * @param time the event's, in milliseconds
   */
  public static UntaggableEventException timeRefused(long time, String topic) {
    return new UntaggableEventException(
        ReasonCode.TIME_REFUSED,
        "Expected a time that the topic "
            + topic
            + " takes by its message.timestamp.before.max.ms and message.timestamp.after.max.ms,"
            + " but found "
            + Instant.ofEpochMilli(time)
            + ".",
        time);
  }

  /**
   * Returns that an event has a time after the last that any may have.
   *
   * @param time the event's, in milliseconds
   * @param latest the last, in milliseconds
   */
  public static UntaggableEventException timeTooLate(long time, long latest) {
    return new UntaggableEventException(
        ReasonCode.TIME_REFUSED,
        "Expected a time not after "
            + Instant.ofEpochMilli(latest)
            + ", but found "
            + Instant.ofEpochMilli(time)
            + ".",
        time);
  }

  /** Returns the same of an event whose record has another time than its own. */
  public UntaggableEventException at(@Nullable Long eventTime) {
    return new UntaggableEventException(code, reason, eventTime);
  }

  /** Returns the event's own time in milliseconds where it cannot be the record's; else null. */
  public @Nullable Long time() {
    return time;
  }

  /** Returns the kind of reason. */
  public ReasonCode code() {
    return code;
  }

  /** Returns the message, which is never absent. */
  public String reason() {
    return reason;
  }
}
