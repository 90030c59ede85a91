package io.garam.streams.replay.range;

import io.garam.nlu.GaramException;
import io.garam.streams.replay.range.Position.Offsets;
import io.garam.streams.replay.range.Position.Time;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Order of the positions between which a replay goes, as far as it shows without the topic.
 *
 * @param from null for what the topic begins with
 * @param to null for what it ends with
 */
public record PositionOrder(@Nullable Position from, @Nullable Position to) {

  /**
   * Refuses a stretch that holds nothing.
   *
   * @throws GaramException if it begins in the future, or does not end after it begins
   */
  public void require(Instant now) {
    if (from instanceof Time time && time.epochMs() > now.toEpochMilli()) {
      throw new GaramException(
          "Expected --from to be in the past, but "
              + Instant.ofEpochMilli(time.epochMs())
              + " is after now ("
              + now.truncatedTo(ChronoUnit.SECONDS)
              + "); choose an earlier time.");
    }
    if (from instanceof Time begin && to instanceof Time end && begin.epochMs() >= end.epochMs()) {
      throw new GaramException(
          "Expected --from to be before --to, but "
              + Instant.ofEpochMilli(begin.epochMs())
              + " is not before "
              + Instant.ofEpochMilli(end.epochMs())
              + "; exchange them, or correct one.");
    }
    if (from instanceof Offsets begin && to instanceof Offsets end) {
      begin.byPartition().forEach((partition, first) -> require(partition, first, end));
    }
  }

  private static void require(int partition, long first, Offsets end) {
    Long last = end.byPartition().get(partition);
    if (last != null && first > last) {
      throw new GaramException(
          "Expected --from to be before --to, but for partition "
              + partition
              + " offset "
              + first
              + " is after "
              + last
              + "; exchange them, or correct one.");
    }
  }
}
