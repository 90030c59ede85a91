package io.garam.streams.client;

import java.util.List;
import java.util.Set;
import org.apache.kafka.common.acl.AclOperation;
import org.jspecify.annotations.Nullable;

/**
 * Consumer group as the brokers describe it.
 *
 * @param granted what the user in the client settings may do with it, null where the brokers do not
 *     say
 */
public record ConsumerGroup(List<GroupMember> members, @Nullable Set<AclOperation> granted) {

  public ConsumerGroup {
    members = List.copyOf(members);
  }
}
