package io.garam.streams.event;

/**
 * Says why one event cannot be tagged, and no more than that: the stream goes on without it. The
 * message is one sentence for whoever reads the dead letter. There is no stack trace, since the
 * cause is the event and not the code, and a flood of bad events must stay cheap.
 */
public final class UntaggableEventException extends RuntimeException {

  private final String reason;

  public UntaggableEventException(String reason) {
    super(reason, null, false, false);
    this.reason = reason;
  }

  /** Returns the message, which is never absent. */
  public String reason() {
    return reason;
  }
}
