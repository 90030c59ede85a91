package io.garam.streams.client;

import io.garam.nlu.GaramException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.DescribeConsumerGroupsOptions;
import org.apache.kafka.clients.admin.DescribeStreamsGroupsOptions;
import org.apache.kafka.clients.admin.StreamsGroupDescription;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.UnsupportedVersionException;

/** Consumer groups, described by the brokers, of whichever protocol they are. */
public record ConsumerGroups(Brokers brokers, Admin admin) {

  /**
   * Returns a group, nothing where there is none.
   *
   * @param needed the right that the user needs to it
   * @throws GaramException if the brokers do not answer, or refuse
   */
  public Optional<ConsumerGroup> find(String group, AclOperation needed) {
    Right right = Right.group(needed, group);
    return consumers(group, right).or(() -> streams(group, right));
  }

  private Optional<ConsumerGroup> consumers(String group, Right right) {
    return brokers
        .answerUnless(
            GroupIdNotFoundException.class,
            Objects.requireNonNull(
                admin
                    .describeConsumerGroups(
                        List.of(group),
                        new DescribeConsumerGroupsOptions().includeAuthorizedOperations(true))
                    .describedGroups()
                    .get(group),
                group),
            right)
        .filter(found -> found.groupState() != GroupState.DEAD)
        .map(ConsumerGroups::of);
  }

  /** A group of the protocol of Kafka Streams (KIP-1071) is no consumer group to the brokers. */
  private Optional<ConsumerGroup> streams(String group, Right right) {
    try {
      return brokers
          .answerUnless(
              GroupIdNotFoundException.class,
              Objects.requireNonNull(
                  admin
                      .describeStreamsGroups(
                          List.of(group),
                          new DescribeStreamsGroupsOptions().includeAuthorizedOperations(true))
                      .describedGroups()
                      .get(group),
                  group),
              right)
          .filter(found -> found.groupState() != GroupState.DEAD)
          .map(ConsumerGroups::of);
    } catch (GaramException e) {
      if (e.getCause() instanceof UnsupportedVersionException) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private static ConsumerGroup of(ConsumerGroupDescription found) {
    return new ConsumerGroup(
        found.members().stream()
            .map(member -> new GroupMember(member.clientId(), member.host()))
            .toList(),
        found.authorizedOperations());
  }

  private static ConsumerGroup of(StreamsGroupDescription found) {
    return new ConsumerGroup(
        found.members().stream()
            .map(member -> new GroupMember(member.clientId(), member.clientHost()))
            .toList(),
        found.authorizedOperations());
  }
}
