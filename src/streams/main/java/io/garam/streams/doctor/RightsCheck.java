package io.garam.streams.doctor;

import io.garam.streams.client.Brokers;
import io.garam.streams.client.ConsumerGroup;
import io.garam.streams.client.ConsumerGroups;
import io.garam.streams.client.Rights;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;

/**
 * Check of the access rights to one topic or group, as far as the brokers tell them.
 *
 * @param kind what it is
 * @param resource its name
 * @param needed without which a tagger does not start
 * @param useful without which it runs, and knows less
 */
record RightsCheck(
    Brokers brokers,
    Kind kind,
    String resource,
    List<AclOperation> needed,
    List<AclOperation> useful)
    implements Check {

  /** What rights are to. */
  enum Kind {
    TOPIC("topic"),
    GROUP("group");

    private final String word;

    Kind(String word) {
      this.word = word;
    }
  }

  @Override
  public String name() {
    return "rights to the " + kind.word + " " + resource;
  }

  @Override
  public List<String> needs() {
    return List.of(BrokersCheck.NAME);
  }

  @Override
  public Finding run() {
    try (Admin admin = brokers.admin()) {
      return kind == Kind.TOPIC ? topic(admin) : group(admin);
    }
  }

  private Finding topic(Admin admin) {
    return brokers
        .answerUnless(
            UnknownTopicOrPartitionException.class,
            Objects.requireNonNull(
                admin
                    .describeTopics(
                        List.of(resource),
                        new DescribeTopicsOptions().includeAuthorizedOperations(true))
                    .topicNameValues()
                    .get(resource),
                resource),
            "the topic " + resource)
        .map(TopicDescription::authorizedOperations)
        .map(this::judge)
        .orElse(Finding.skipped("there is no such topic, or the brokers do not tell the rights"));
  }

  private Finding group(Admin admin) {
    Optional<ConsumerGroup> found =
        new ConsumerGroups(brokers, admin).find(resource, AclOperation.READ);
    return found.isPresent()
        ? judge(found.get().granted())
        : Finding.ok("may be described; it begins with the first start");
  }

  private Finding judge(@Nullable Set<AclOperation> granted) {
    if (granted == null || granted.isEmpty()) {
      return Finding.skipped("the brokers do not tell them");
    }
    new Rights(brokers).require(needed, granted, kind.word, resource);
    List<AclOperation> without = Rights.missing(useful, granted);
    return without.isEmpty()
        ? Finding.ok(words(needed))
        : Finding.warning(
            words(needed)
                + ", but not "
                + words(without)
                + ": without it the tagger learns what the topic takes from what it refuses; grant"
                + " it.");
  }

  private static String words(List<AclOperation> operations) {
    return operations.stream().map(AclOperation::name).collect(Collectors.joining(", "));
  }
}
