package io.garam.streams.monitoring;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something that should end, and when to speak of it: after a first while, then each time after
 * twice as long, at least every five minutes, and once when it is over. Not safe for many threads.
 */
final class Outage {

  private static final Duration LONGEST_SILENCE = Duration.ofMinutes(5);

  private final Duration first;
  private @Nullable Instant since;
  private Instant speakAt = Instant.MAX;
  private boolean said;

  /**
   * @param first how long it may last unmentioned
   */
  Outage(Duration first) {
    this.first = first;
  }

  /**
   * Notes that it lasts.
   *
   * @param start since when, for the first time that this is called
   * @return how long it has lasted, if now is the time to speak of it
   */
  Optional<Duration> lasts(Instant start, Instant now) {
    if (since == null) {
      since = start;
      speakAt = start.plus(first);
    }
    Duration lasted = Duration.between(since, now);
    if (now.isBefore(speakAt)) {
      return Optional.empty();
    }
    said = true;
    speakAt = now.plus(lasted.compareTo(LONGEST_SILENCE) < 0 ? lasted : LONGEST_SILENCE);
    return Optional.of(lasted);
  }

  /**
   * Notes that it is over, or was not there.
   *
   * @return how long it lasted, if it was spoken of
   */
  Optional<Duration> over(Instant now) {
    Optional<Duration> lasted =
        since != null && said ? Optional.of(Duration.between(since, now)) : Optional.empty();
    since = null;
    said = false;
    return lasted;
  }
}
