package io.garam.streams.monitoring;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says which partitions of the input this instance has gained and lost, once a rebalance is over,
 * and that a rebalance takes long.
 */
final class AssignmentWatch implements Watch {

  private static final Logger log = LoggerFactory.getLogger(AssignmentWatch.class);
  private static final Duration FIRST_LINE = Duration.ofSeconds(10);

  private final Supplier<Set<TopicPartition>> assigned;
  private final BooleanSupplier rebalancing;
  private final Outage rebalance = new Outage(FIRST_LINE);
  private Set<TopicPartition> before = Set.of();

  /**
   * @param assigned the partitions that are tagged by this instance
   * @param rebalancing whether partitions are being handed out, or dialogues restored
   */
  AssignmentWatch(Supplier<Set<TopicPartition>> assigned, BooleanSupplier rebalancing) {
    this.assigned = assigned;
    this.rebalancing = rebalancing;
  }

  @Override
  public void look(Instant now) {
    if (rebalancing.getAsBoolean()) {
      rebalance
          .lasts(now, now)
          .ifPresent(
              lasted ->
                  log.warn(
                      "Nothing is tagged for {}: partitions are being handed out anew, or dialogues"
                          + " restored; an instance that was killed keeps its partitions until its"
                          + " session times out.",
                      Spoken.duration(lasted)));
      return;
    }
    rebalance
        .over(now)
        .ifPresent(lasted -> log.warn("The rebalance is over, after {}.", Spoken.duration(lasted)));
    Set<TopicPartition> found = assigned.get();
    if (!found.equals(before)) {
      Set<TopicPartition> gained = new HashSet<>(found);
      gained.removeAll(before);
      Set<TopicPartition> lost = new HashSet<>(before);
      lost.removeAll(found);
      before = Set.copyOf(found);
      log.info(
          "Partitions gained: {}; lost: {}; this instance now has {}.",
          Spoken.partitions(gained),
          Spoken.partitions(lost),
          found.size());
    }
  }
}
