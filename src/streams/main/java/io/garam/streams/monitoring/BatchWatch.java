package io.garam.streams.monitoring;

import io.garam.streams.batching.RecordsInHand;
import io.garam.streams.batching.RecordsInHand.InFlight;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says where a batch takes long, while it does, and how long it took. */
final class BatchWatch implements Watch {

  private static final Logger log = LoggerFactory.getLogger(BatchWatch.class);
  private static final Duration FIRST_LINE = Duration.ofSeconds(10);

  private final RecordsInHand inHand;
  private final Function<Thread, Duration> sincePoll;
  private final Map<InFlight, Outage> slow = new HashMap<>();

  /**
   * @param sincePoll how long ago a thread last asked for records: one that asks again is not busy,
   *     though what it has in hand may never be processed, since it lost the partition
   */
  BatchWatch(RecordsInHand inHand, Function<Thread, Duration> sincePoll) {
    this.inHand = inHand;
    this.sincePoll = sincePoll;
  }

  @Override
  public void look(Instant now) {
    Map<Thread, InFlight> batches = inHand.inFlight();
    for (Map.Entry<Thread, InFlight> entry : batches.entrySet()) {
      InFlight batch = entry.getValue();
      if (sincePoll.apply(entry.getKey()).compareTo(FIRST_LINE) >= 0) {
        slow.computeIfAbsent(batch, unknown -> new Outage(FIRST_LINE))
            .lasts(batch.since(), now)
            .ifPresent(
                lasted ->
                    log.warn(
                        "A batch of {} records takes long, {} until now: {}.",
                        batch.records(),
                        Spoken.duration(lasted),
                        batch.where()));
      }
    }
    for (Iterator<Map.Entry<InFlight, Outage>> known = slow.entrySet().iterator();
        known.hasNext(); ) {
      Map.Entry<InFlight, Outage> entry = known.next();
      if (batches.values().stream().noneMatch(batch -> batch.equals(entry.getKey()))) {
        known.remove();
        entry
            .getValue()
            .over(now)
            .ifPresent(
                lasted ->
                    log.warn(
                        "The batch of {} records is done, after {}: {}.",
                        entry.getKey().records(),
                        Spoken.duration(lasted),
                        entry.getKey().where()));
      }
    }
  }
}
