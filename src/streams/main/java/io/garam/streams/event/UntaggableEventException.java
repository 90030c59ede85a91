package io.garam.streams.event;

/**
 * Says why one event cannot be tagged, and no more than that: the stream goes on without it. The
 * code is for programs, the message one sentence for whoever reads the dead letter. There is no
 * stack trace, since the cause is the event and not the code, and a flood of bad events must stay
 * cheap.
 */
public final class UntaggableEventException extends RuntimeException {

  private final ReasonCode code;
  private final String reason;

  public UntaggableEventException(ReasonCode code, String reason) {
    super(reason, null, false, false);
    this.code = code;
    this.reason = reason;
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
