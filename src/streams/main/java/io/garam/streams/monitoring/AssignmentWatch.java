package io.garam.streams.monitoring;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.apache.kafka.common.TopicPartition;

/**
 * Says which partitions of the input this instance has gained and lost, once a rebalance is over,
 * and that a rebalance takes long.
 */
final class AssignmentWatch implements Watch {

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
  public List<Line> look(Instant now) {
    if (rebalancing.getAsBoolean()) {
      return rebalance.lasts(now, now).map(AssignmentWatch::waiting).stream().toList();
    }
    List<Line> lines = new ArrayList<>();
    rebalance
        .over(now)
        .ifPresent(
            lasted ->
                lines.add(
                    Line.warning("Tagging goes on, after " + LogText.duration(lasted) + ".")));
    Set<TopicPartition> found = assigned.get();
    if (!found.equals(before)) {
      lines.add(change(found));
      before = Set.copyOf(found);
    }
    return lines;
  }

  private static Line waiting(Duration lasted) {
    return Line.warning(
        "Nothing is tagged for "
            + LogText.duration(lasted)
            + ": partitions are being handed out anew, or dialogues restored; an instance that was"
            + " killed keeps its partitions until its session times out.");
  }

  private Line change(Set<TopicPartition> found) {
    Set<TopicPartition> gained = new HashSet<>(found);
    gained.removeAll(before);
    Set<TopicPartition> lost = new HashSet<>(before);
    lost.removeAll(found);
    return new Line(
        false,
        "Partitions gained: "
            + LogText.partitions(gained)
            + "; lost: "
            + LogText.partitions(lost)
            + "; this instance now has "
            + found.size()
            + ".");
  }
}
