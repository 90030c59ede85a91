package io.garam.streams.replay;

import io.garam.nlu.GaramException;
import io.garam.streams.client.Brokers;
import io.garam.streams.client.ConsumerGroup;
import io.garam.streams.client.GroupMember;
import io.garam.streams.client.OffsetRange;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Leftovers of replays on some brokers, told by the names of their topics and groups. */
public final class ReplayLeftovers implements AutoCloseable {

  private final Brokers brokers;
  private final ReplayBroker broker;

  /**
   * Connects.
   *
   * @throws GaramException if an address or a security setting does not do
   */
  public ReplayLeftovers(Brokers brokers) {
    this.brokers = brokers;
    this.broker = new ReplayBroker(brokers);
  }

  /**
   * Returns what replays have left, by id.
   *
   * @throws GaramException if the brokers do not answer, or refuse
   */
  public List<ReplayLeftover> list() {
    Set<String> topics = broker.topics().names();
    Set<String> groups = broker.groups().names();
    Set<String> ids = new TreeSet<>();
    topics.forEach(topic -> ReplayNames.idOfTopic(topic).ifPresent(ids::add));
    groups.forEach(group -> ReplayNames.idOfGroup(group).ifPresent(ids::add));
    return ids.stream().map(id -> find(id, topics, groups)).toList();
  }

  /**
   * Removes what a replay has left: its topics, an output topic that it has made among them, and
   * its groups.
   *
   * @return what there was
   * @throws GaramException if there is no such replay, an instance is at work on it, or the brokers
   *     do not answer or refuse
   */
  public ReplayLeftover discard(String id) {
    ReplayId.requirePossible(id);
    ReplayLeftover found = find(id, broker.topics().names(), broker.groups().names());
    if (found.isEmpty()) {
      throw new GaramException(
          "Expected a replay \""
              + id
              + "\" that has left something on "
              + brokers.addresses()
              + ", but there is nothing of it; `garam replay --list` names those that have.");
    }
    if (!found.members().isEmpty()) {
      throw new GaramException(
          "Expected nobody at work on the replay \""
              + id
              + "\", but it runs ("
              + found.members().stream()
                  .map(GroupMember::toString)
                  .sorted()
                  .collect(Collectors.joining(", "))
              + "); stop it first. A killed instance counts for "
              + Replay.SESSION_TIMEOUT_MS / 1000
              + " s.");
    }
    broker.topics().delete(found.topics());
    broker.groups().delete(found.groups());
    return found;
  }

  private ReplayLeftover find(String id, Set<String> allTopics, Set<String> allGroups) {
    ReplayNames names = new ReplayNames(id);
    @Nullable ReplayPlan plan = allTopics.contains(names.plan()) ? plan(names) : null;
    // The plan goes last: without it nobody knows of the output topic.
    List<String> topics = new ArrayList<>(names.topics());
    if (plan != null && plan.outputTopicIsOurs() && plan.outputTopic() != null) {
      topics.add(0, plan.outputTopic());
    }
    topics.removeIf(topic -> !allTopics.contains(topic));
    List<String> groups = names.groups().stream().filter(allGroups::contains).toList();
    long all = plan == null ? 0 : plan.offsets() * plan.models().size();
    return new ReplayLeftover(
        id,
        plan,
        plan == null ? 0 : all - left(plan, names),
        all,
        groups.stream()
            .flatMap(group -> broker.groups().find(group).stream())
            .map(ConsumerGroup::members)
            .flatMap(List::stream)
            .toList(),
        topics,
        groups);
  }

  /** A plan that cannot be read is none; what else there is can be removed all the same. */
  private @Nullable ReplayPlan plan(ReplayNames names) {
    try {
      return broker.plan(names.plan()).read().orElse(null);
    } catch (GaramException e) {
      if (e.getCause() instanceof IOException) {
        return null;
      }
      throw e;
    }
  }

  private long left(ReplayPlan plan, ReplayNames names) {
    return IntStream.range(0, plan.models().size())
        .mapToObj(pass -> broker.groups().committedSoFar(names.application(pass)))
        .mapToLong(
            committed ->
                OffsetRange.size(
                    plan.ranges().stream().map(range -> range.left(committed)).toList()))
        .sum();
  }

  @Override
  public void close() {
    broker.close();
  }
}
