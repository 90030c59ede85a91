package io.garam.streams.refusal;

/** News of refusals: what has become known of them since somebody asked. */
public enum RefusalNews {
  /** Nothing was refused. */
  NONE,
  /** What was refused is no fault of one event, or of none that is known. */
  NOTHING_TO_LEAVE_OUT,
  /**
   * An event is tried otherwise from now on, because of its own size, time or key. That happens to
   * each three times at most: then the stream goes on without it.
   */
  EVENT_TO_LEAVE_OUT;

  /** Returns these and further news together, of which the better counts. */
  RefusalNews and(RefusalNews further) {
    return compareTo(further) < 0 ? further : this;
  }
}
