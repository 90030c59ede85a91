package io.garam.streams.start;

import io.garam.nlu.GaramException;
import io.garam.streams.client.Brokers;
import io.garam.streams.client.Rights;
import io.garam.streams.config.GaramConfig;
import io.garam.streams.config.ShadowKeys;
import io.garam.streams.failure.FailureReason;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.CreateTopicsOptions;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * Check of rights at the start: asks the brokers for what would otherwise end the tagger a minute
 * later, the rights to its topics, and a changelog of dialogues and a repartition topic with as
 * many partitions as the input topic.
 */
public final class AccessCheck {

  private final GaramConfig config;
  private final Brokers brokers;
  private final Rights rights;
  private final boolean dialogues;

  /**
   * @param dialogues whether the model follows dialogues
   */
  public AccessCheck(GaramConfig config, Brokers brokers, boolean dialogues) {
    this.config = config;
    this.brokers = brokers;
    this.rights = new Rights(brokers);
    this.dialogues = dialogues;
  }

  /**
   * Returns if nothing is in the way. The topics exist.
   *
   * @throws GaramException if a right is missing, a topic of Kafka Streams' own has another number
   *     of partitions than the input topic, or the brokers do not answer
   */
  public void run(Admin admin) {
    Map<String, List<AclOperation>> needed = new LinkedHashMap<>();
    needed.put(config.inputTopic(), List.of(AclOperation.READ));
    needed.put(config.outputTopic(), List.of(AclOperation.WRITE));
    needed.put(config.deadLetterTopic(), List.of(AclOperation.WRITE));
    ShadowKeys.topic(config).ifPresent(topic -> needed.put(topic, List.of(AclOperation.WRITE)));
    int partitions = 0;
    for (Map.Entry<String, List<AclOperation>> each : needed.entrySet()) {
      Optional<TopicDescription> found = rights.requireTopic(admin, each.getKey(), each.getValue());
      if (found.isPresent()) {
        partitions =
            each.getKey().equals(config.inputTopic())
                ? found.get().partitions().size()
                : partitions;
      }
    }
    rights.requireGroup(admin, config.applicationId(), AclOperation.READ);
    if (config.repartitions()) {
      checkInternal(
          admin,
          config.repartitionTopic(),
          "to bring the events of a dialogue together",
          List.of(AclOperation.READ, AclOperation.WRITE, AclOperation.DELETE),
          partitions);
    }
    if (dialogues) {
      checkInternal(
          admin,
          config.changelogTopic(),
          "to remember dialogues",
          List.of(AclOperation.READ, AclOperation.WRITE),
          partitions);
    }
  }

  /** A topic that Kafka Streams creates where it is missing. */
  private void checkInternal(
      Admin admin, String topic, String purpose, List<AclOperation> needed, int partitions) {
    String subject = "the topic " + topic + " and create it, " + purpose + ",";
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
            subject);
    if (found.isEmpty()) {
      brokers.answerUnless(
          TopicExistsException.class,
          admin
              .createTopics(
                  List.of(new NewTopic(topic, Optional.of(partitions), Optional.empty())),
                  new CreateTopicsOptions().validateOnly(true))
              .all(),
          subject);
      return;
    }
    rights.require(needed, found.get().authorizedOperations(), "topic", topic);
    int actual = found.get().partitions().size();
    if (actual != partitions) {
      throw new GaramException(
          FailureReason.otherPartitions(
              topic, Integer.toString(partitions), Integer.toString(actual)));
    }
  }
}
