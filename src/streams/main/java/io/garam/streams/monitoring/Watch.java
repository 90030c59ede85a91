package io.garam.streams.monitoring;

import java.time.Instant;
import java.util.List;

/** Something of a running tagger that the log speaks of when it changes or lasts too long. */
interface Watch {

  /**
   * What there is to say.
   *
   * @param isWarning false for what is part of every day
   */
  record Line(boolean isWarning, String text) {

    static Line warning(String text) {
      return new Line(true, text);
    }
  }

  /**
   * Looks, at once and without waiting for anybody; called about every second by one thread.
   *
   * @return what should be said now, mostly nothing
   */
  List<Line> look(Instant now);
}
