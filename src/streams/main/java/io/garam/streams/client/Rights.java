package io.garam.streams.client;

import io.garam.nlu.GaramException;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;

/** Access rights of the user in the client settings, as far as the brokers tell them. */
public record Rights(Brokers brokers) {

  /**
   * Returns which operations are not granted; none where the brokers do not say.
   *
   * @param granted null or empty where the brokers do not say
   */
  public static List<AclOperation> missing(
      Collection<AclOperation> needed, @Nullable Set<AclOperation> granted) {
    return granted == null || granted.isEmpty()
        ? List.of()
        : needed.stream().filter(operation -> !granted.contains(operation)).toList();
  }

  /**
   * Returns a topic to which no right is missing, nothing where there is none of that name.
   *
   * @param needed at least one
   * @throws GaramException if one is missing, or the brokers do not answer
   */
  public Optional<TopicDescription> requireTopic(
      Admin admin, String topic, List<AclOperation> needed) {
    Optional<TopicDescription> found =
        brokers.answerUnless(
            UnknownTopicOrPartitionException.class,
            Objects.requireNonNull(
                admin
                    .describeTopics(
                        List.of(topic),
                        new DescribeTopicsOptions().includeAuthorizedOperations(true))
                    .topicNameValues()
                    .get(topic),
                topic),
            Right.topic(needed.get(0), topic));
    found.ifPresent(one -> require(needed, one.authorizedOperations(), "topic", topic));
    return found;
  }

  /**
   * Refuses a group to which a right is missing. One that does not exist lacks none.
   *
   * @throws GaramException if it is missing, or the brokers do not answer
   */
  public void requireGroup(Admin admin, String group, AclOperation needed) {
    new ConsumerGroups(brokers, admin)
        .find(group, needed)
        .ifPresent(found -> require(List.of(needed), found.granted(), "group", group));
  }

  /**
   * Refuses what lacks a right.
   *
   * @param kind such as "topic"
   * @throws GaramException if one is missing
   */
  public void require(
      Collection<AclOperation> needed,
      @Nullable Set<AclOperation> granted,
      String kind,
      String name) {
    if (granted == null) {
      return;
    }
    for (AclOperation operation : missing(needed, granted)) {
      throw new GaramException(
          "Expected the right "
              + operation
              + " to the "
              + kind
              + " "
              + name
              + " on "
              + brokers.addresses()
              + ", but the user in the client settings has only "
              + granted.stream().sorted().toList()
              + "; grant it and start again.");
    }
  }
}
