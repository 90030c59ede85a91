package io.garam.app.send;

import io.garam.streams.event.UntaggableEventException;

/** Maker of events: what is written to the topic for a line. */
@FunctionalInterface
interface EventValues {

  /**
   * Returns the value of a line's record.
   *
   * @throws UntaggableEventException if a tagger could read no event of it
   */
  byte[] of(String line);
}
