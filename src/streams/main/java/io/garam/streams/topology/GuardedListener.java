package io.garam.streams.topology;

import io.garam.streams.event.SourcePosition;
import io.garam.streams.log.LogNames;
import io.garam.streams.output.TaggedEvent;
import io.garam.streams.output.TaggedEventListener;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
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

  void tagged(SourcePosition source, FixedKeyRecord<byte[], TaggedEvent> event) {
    try {
      listener.tagged(source.partition(), source.offset(), event);
    } catch (RuntimeException e) {
      if (!failed) {
        failed = true;
        log.warn("What listens to tagged events failed on {}; the stream goes on.", source, e);
      }
    }
  }
}
