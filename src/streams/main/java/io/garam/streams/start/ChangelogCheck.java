package io.garam.streams.start;

import io.garam.nlu.GaramException;
import io.garam.streams.client.Brokers;
import io.garam.streams.client.ConsumerGroup;
import io.garam.streams.client.ConsumerGroups;
import io.garam.streams.client.GroupMember;
import io.garam.streams.config.GaramConfig;
import io.garam.streams.log.LogNames;
import io.garam.streams.settings.TaggerSettings;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.acl.AclOperation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Check of the group at the start of a tagger that remembers dialogues. Where instances run whose
 * model follows none, one of them leads the group, knows of no changelog, and creates none: the
 * partitions that it hands to this tagger would stand until the last of them has ended.
 */
public final class ChangelogCheck {

  private static final Logger log = LoggerFactory.getLogger(LogNames.TAGGER);

  private static final long LEAST_PATIENCE_MS = 60_000;

  /** Beyond the session in which a group still has an instance that was killed. */
  private static final long BEYOND_SESSION_MS = 15_000;

  private static final long PAUSE_MS = 500;

  private final GaramConfig config;
  private final Brokers brokers;
  private final long patienceMs;

  /** Makes a check that outlasts the session of an instance that was killed. */
  public ChangelogCheck(GaramConfig config, Brokers brokers) {
    this(
        config,
        brokers,
        Math.max(
            LEAST_PATIENCE_MS,
            BEYOND_SESSION_MS
                + new TaggerSettings(config).sessionTimeout().map(Duration::toMillis).orElse(0L)));
  }

  /**
   * @param patienceMs how long an instance that starts at the same time may take to create the
   *     changelog, or one that was killed to leave the group
   */
  ChangelogCheck(GaramConfig config, Brokers brokers, long patienceMs) {
    this.config = config;
    this.brokers = brokers;
    this.patienceMs = patienceMs;
  }

  /**
   * Returns once the changelog is there, or nobody else is in the group.
   *
   * @throws GaramException if neither comes to be, or the brokers do not answer
   */
  public void run(Admin admin) {
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(patienceMs);
    boolean said = false;
    while (isMissing(admin)) {
      List<GroupMember> members = members(admin);
      if (members.isEmpty()) {
        return;
      }
      if (System.nanoTime() >= deadline) {
        throw refusal(members);
      }
      if (!said) {
        said = true;
        log.warn(
            "Waiting for another instance to create {}, or to leave the group {}.",
            config.changelogTopic(),
            config.applicationId());
      }
      pause();
    }
  }

  private boolean isMissing(Admin admin) {
    return !new TopicCheck(config, brokers, List.of(config.changelogTopic()))
        .missing(admin)
        .isEmpty();
  }

  private List<GroupMember> members(Admin admin) {
    return new ConsumerGroups(brokers, admin)
        .find(config.applicationId(), AclOperation.READ)
        .map(ConsumerGroup::members)
        .orElse(List.of());
  }

  private GaramException refusal(List<GroupMember> members) {
    return new GaramException(
        "Expected nobody in the group "
            + config.applicationId()
            + " at the first start with a model that follows dialogues, since "
            + config.changelogTopic()
            + " does not exist yet, but found instances of another model on "
            + members.stream().map(GroupMember::host).distinct().collect(Collectors.joining(", "))
            + "; stop them all, start this one, and then the others.");
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(PAUSE_MS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new GaramException(
          "Expected to wait for the changelog, but was interrupted; start again.", e);
    }
  }
}
