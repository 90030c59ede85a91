package io.garam.streams.replay;

import io.garam.streams.client.GroupMember;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Leftover of a replay: what one that was interrupted, or still runs, has on the brokers.
 *
 * @param plan what it does, null where none can be read
 * @param done offsets that are behind its passes, with or without a record
 * @param all offsets that its passes go through
 * @param members who is at work in its groups
 * @param topics its own, of those that exist
 * @param groups its own, of those that exist
 */
public record ReplayLeftover(
    String id,
    @Nullable ReplayPlan plan,
    long done,
    long all,
    List<GroupMember> members,
    List<String> topics,
    List<String> groups) {

  public ReplayLeftover {
    members = List.copyOf(members);
    topics = List.copyOf(topics);
    groups = List.copyOf(groups);
  }

  /** Says whether there is nothing. */
  boolean isEmpty() {
    return topics.isEmpty() && groups.isEmpty();
  }
}
