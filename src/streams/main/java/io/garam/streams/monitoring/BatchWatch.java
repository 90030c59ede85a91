package io.garam.streams.monitoring;

import io.garam.streams.batching.InFlightRecords.InFlight;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/** Says where a batch takes long, while it does, and how long it took. */
final class BatchWatch implements Watch {

  private static final Duration FIRST_LINE = Duration.ofSeconds(10);

  private final Supplier<Map<Thread, InFlight>> inFlight;
  private final Function<Thread, Duration> sincePoll;
  private final Map<InFlight, Outage> slow = new HashMap<>();

  /**
   * @param inFlight what threads have in hand
   * @param sincePoll how long ago a thread last asked for records: one that asks again is not busy,
   *     though what it has in hand may never be processed, since it lost the partition
   */
  BatchWatch(Supplier<Map<Thread, InFlight>> inFlight, Function<Thread, Duration> sincePoll) {
    this.inFlight = inFlight;
    this.sincePoll = sincePoll;
  }

  @Override
  public List<Line> look(Instant now) {
    List<Line> lines = new ArrayList<>();
    Map<Thread, InFlight> batches = inFlight.get();
    batches.forEach(
        (thread, batch) -> {
          if (sincePoll.apply(thread).compareTo(FIRST_LINE) >= 0) {
            slow.computeIfAbsent(batch, unknown -> new Outage(FIRST_LINE))
                .lasts(batch.since(), now)
                .ifPresent(lasted -> lines.add(line(batch, "takes long, until now ", lasted)));
          }
        });
    slow.forEach(
        (batch, outage) -> {
          if (!batches.containsValue(batch)) {
            outage.over(now).ifPresent(lasted -> lines.add(line(batch, "is done, after ", lasted)));
          }
        });
    slow.keySet().retainAll(batches.values());
    return lines;
  }

  private static Line line(InFlight batch, String what, Duration lasted) {
    return Line.warning(
        "A batch of "
            + batch.records()
            + " records, "
            + batch.where()
            + ", "
            + what
            + LogText.duration(lasted)
            + ".");
  }
}
