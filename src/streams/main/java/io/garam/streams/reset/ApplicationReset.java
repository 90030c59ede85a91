package io.garam.streams.reset;

import io.garam.nlu.GaramException;
import io.garam.streams.client.Brokers;
import io.garam.streams.client.ConsumerGroup;
import io.garam.streams.client.ConsumerGroups;
import io.garam.streams.client.GroupMember;
import io.garam.streams.client.Rights;
import io.garam.streams.config.GaramConfig;
import io.garam.streams.settings.TaggerSettings;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.internals.Topic;

/**
 * Application reset: forgets where a stopped tagger has come to and what it remembers of dialogues,
 * so that its next start is a first one. Events, answers and dead letters stay.
 */
public final class ApplicationReset {

  private final GaramConfig config;
  private final Brokers brokers;

  public ApplicationReset(GaramConfig config) {
    this.config = config;
    this.brokers = new TaggerSettings(config).brokers();
  }

  /** Returns the brokers' addresses as given. */
  public String addresses() {
    return brokers.addresses();
  }

  /**
   * Finds what there is and makes sure that all of it may be removed. Nothing is changed.
   *
   * @throws GaramException if an instance is at work, a right is missing, the name of a topic to
   *     remove is that of one with events, or the brokers do not answer
   */
  public ResetPlan plan() {
    String changelog = config.changelogTopic();
    requireOwn(changelog, "to keep what is remembered of dialogues");
    requireOwn(config.repartitionTopic(), "to bring the events of a dialogue together");
    ResetPlan.Folder folder = LocalState.of(config).find().orElse(null);
    try (Admin admin = brokers.admin()) {
      String id = config.applicationId();
      Optional<ConsumerGroup> group =
          new ConsumerGroups(brokers, admin).find(id, AclOperation.DELETE);
      group.ifPresent(this::requireRemovable);
      return new ResetPlan(
          id,
          group.map(found -> new ResetPlan.Group(id, offsets(admin))).orElse(null),
          topic(admin, changelog).orElse(null),
          repartition(admin).orElse(null),
          folder);
    }
  }

  private void requireOwn(String topic, String purpose) {
    if (List.of(config.inputTopic(), config.outputTopic(), config.deadLetterTopic())
        .contains(topic)) {
      throw new GaramException(
          "Expected the topic "
              + topic
              + " "
              + purpose
              + ", but the settings name it for events; a reset would delete them, so correct"
              + " --application-id.");
    }
  }

  private void requireRemovable(ConsumerGroup group) {
    String id = config.applicationId();
    int members = group.members().size();
    if (members > 0) {
      throw new GaramException(
          "Expected all instances of "
              + id
              + " to be stopped, but "
              + members
              + (members == 1 ? " of their threads is" : " of their threads are")
              + " at work ("
              + group.members().stream()
                  .map(GroupMember::toString)
                  .sorted()
                  .collect(Collectors.joining(", "))
              + "); stop them first. A killed one counts until its session times out.");
    }
    new Rights(brokers).require(List.of(AclOperation.DELETE), group.granted(), "group", id);
  }

  private List<ResetPlan.Offset> offsets(Admin admin) {
    return brokers.committed(admin, config.applicationId(), false).entrySet().stream()
        .map(
            one ->
                new ResetPlan.Offset(
                    one.getKey().topic(), one.getKey().partition(), one.getValue()))
        .sorted(
            Comparator.comparing(ResetPlan.Offset::topic)
                .thenComparing(ResetPlan.Offset::partition))
        .toList();
  }

  /** Where the settings do not say that there is one, nobody needs a right to it. */
  private Optional<ResetPlan.Topic> repartition(Admin admin) {
    String name = config.repartitionTopic();
    boolean isThere =
        config.repartitions()
            || brokers.answer(admin.listTopics().names(), "the list of topics").contains(name);
    return isThere ? topic(admin, name) : Optional.empty();
  }

  /** An application id may have letters that no topic's name has. */
  private Optional<ResetPlan.Topic> topic(Admin admin, String name) {
    if (!Topic.isValid(name)) {
      return Optional.empty();
    }
    return new Rights(brokers)
        .requireTopic(admin, name, List.of(AclOperation.DELETE))
        .map(topic -> new ResetPlan.Topic(name, topic.partitions().size()));
  }

  /**
   * Removes what a plan has found: the group first, since the brokers keep one in which an instance
   * has begun meanwhile.
   *
   * @throws GaramException if the brokers refuse, or do not answer; what was removed by then stays
   *     removed, and a new reset does the rest
   */
  public void run(ResetPlan plan) {
    try (Admin admin = brokers.admin()) {
      if (plan.group() != null) {
        String name = plan.group().name();
        brokers.answerUnless(
            GroupIdNotFoundException.class,
            admin.deleteConsumerGroups(List.of(name)).all(),
            "the group " + name);
      }
      for (ResetPlan.Topic topic : plan.topics()) {
        String name = topic.name();
        brokers.answerUnless(
            UnknownTopicOrPartitionException.class,
            admin.deleteTopics(List.of(name)).all(),
            "the topic " + name);
      }
    }
    if (plan.stateFolder() != null) {
      try {
        LocalState.of(config).delete();
      } catch (GaramException e) {
        throw new GaramException(
            e.getMessage() + " What was kept on the brokers is removed already.", e);
      }
    }
  }
}
