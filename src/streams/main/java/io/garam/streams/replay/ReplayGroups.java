package io.garam.streams.replay;

import io.garam.nlu.GaramException;
import io.garam.streams.client.Brokers;
import io.garam.streams.client.ConsumerGroup;
import io.garam.streams.client.ConsumerGroups;
import io.garam.streams.client.OffsetRange;
import io.garam.streams.client.Right;
import io.garam.streams.client.Rights;
import io.garam.streams.log.LogNames;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.GroupNotEmptyException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Consumer groups of a replay, one for each pass, and their offsets. */
record ReplayGroups(Brokers brokers, Admin admin) {

  private static final Logger log = LoggerFactory.getLogger(LogNames.REPLAY);

  /** How long an instance that has just ended may take to leave its group. */
  private static final Duration LEAVING = Duration.ofSeconds(10);

  /** Returns how many instances are at work in a group. */
  int members(String group) {
    return brokers.members(admin, group);
  }

  /** Returns all groups of the brokers, not only those of a replay. */
  Set<String> names() {
    return brokers.answer(admin.listGroups().all(), "the list of groups").stream()
        .map(GroupListing::groupId)
        .collect(Collectors.toSet());
  }

  /** Returns a group, nothing where there is none. */
  Optional<ConsumerGroup> find(String group) {
    return new ConsumerGroups(brokers, admin).find(group, AclOperation.DESCRIBE);
  }

  /** Returns how far a group has come, whatever a transaction that is still open may add. */
  Map<TopicPartition, Long> committedSoFar(String group) {
    return brokers.committed(admin, group, false);
  }

  /** Returns how far a group has come, for the partitions where it has begun. */
  Map<TopicPartition, Long> committed(String group) {
    return brokers.committed(admin, group, true);
  }

  /**
   * Lets a group in which nobody is at work go on from where ranges begin.
   *
   * @throws GaramException if the right to do so, or to delete the group later, is missing
   */
  void commit(String group, List<OffsetRange> ranges) {
    Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
    ranges.forEach(range -> offsets.put(range.partition(), new OffsetAndMetadata(range.from())));
    brokers.answer(
        admin.alterConsumerGroupOffsets(group, offsets).all(),
        Right.group(AclOperation.READ, group));
    // What is missing at the end alone is better known before the work.
    new Rights(brokers).requireGroup(admin, group, AclOperation.DELETE);
  }

  /** Deletes groups where they exist. */
  void delete(List<String> groups) {
    for (String group : groups) {
      long deadline = System.nanoTime() + LEAVING.toNanos();
      while (!deleted(group)) {
        if (System.nanoTime() > deadline) {
          log.warn("The group {} still has members and stays; it holds only offsets.", group);
          break;
        }
        PollInterval.await();
      }
    }
  }

  private boolean deleted(String group) {
    try {
      brokers.answerUnless(
          GroupIdNotFoundException.class,
          admin.deleteConsumerGroups(List.of(group)).all(),
          Right.group(AclOperation.DELETE, group));
      return true;
    } catch (GaramException e) {
      if (e.getCause() instanceof GroupNotEmptyException) {
        return false;
      }
      throw e;
    }
  }
}
