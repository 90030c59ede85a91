package io.garam.streams.monitoring;

import java.time.Instant;

/** Something of a running tagger that the log speaks of when it changes or lasts too long. */
interface Watch {

  /** Looks, at once and without waiting for anybody; called about every second by one thread. */
  void look(Instant now);
}
