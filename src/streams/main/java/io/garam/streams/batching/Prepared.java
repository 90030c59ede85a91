package io.garam.streams.batching;

import io.garam.nlu.Intent;
import io.garam.streams.event.Event;
import io.garam.streams.event.UntaggableEventException;
import org.jspecify.annotations.Nullable;

/** What became of a record's value before the topology sees the record. */
public sealed interface Prepared {

  /**
   * Returns the value of the output record.
   *
   * @throws UntaggableEventException if there is none
   */
  byte @Nullable [] output();

  /** An event and its intent. */
  record Tagged(Event event, Intent intent) implements Prepared {
    @Override
    public byte[] output() {
      return event.with(intent);
    }
  }

  /** No value at all: where topics are compacted, the tagged event must go as the event went. */
  record Tombstone() implements Prepared {
    @Override
    public byte @Nullable [] output() {
      return null;
    }
  }

  /** A value that cannot be tagged, for a reason that the dead letter will carry. */
  record Rejected(UntaggableEventException reason) implements Prepared {
    @Override
    public byte[] output() {
      throw reason;
    }
  }
}
