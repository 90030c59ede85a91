package io.garam.streams.topology;

import io.garam.streams.log.LogNames;
import io.garam.streams.output.TaggedEventListener;
import io.garam.streams.output.TaggedRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Listener of which no failure reaches the stream; the first is logged. */
public final class GuardedListener {

  private static final Logger log = LoggerFactory.getLogger(LogNames.TAGGER);

  private final TaggedEventListener listener;
  private volatile boolean failed;

  public GuardedListener(TaggedEventListener listener) {
    this.listener = listener;
  }

  /** Says whether anybody listens. */
  boolean isListening() {
    return listener != TaggedEventListener.NONE;
  }

  void tagged(TaggedRecord record) {
    try {
      listener.tagged(record);
    } catch (RuntimeException e) {
      if (!failed) {
        failed = true;
        log.warn("What listens to tagged events failed on {}; the stream goes on.", record.at(), e);
      }
    }
  }
}
