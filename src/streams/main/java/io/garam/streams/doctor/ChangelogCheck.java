package io.garam.streams.doctor;

import io.garam.nlu.GaramException;
import io.garam.streams.client.Brokers;
import io.garam.streams.config.GaramConfig;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.config.TopicConfig;

/** Check whether the changelog of dialogues keeps them, where it is there already. */
record ChangelogCheck(GaramConfig config, Brokers brokers) implements Check {

  @Override
  public String name() {
    return "changelog";
  }

  @Override
  public List<String> needs() {
    return List.of(TopicsCheck.NAME);
  }

  @Override
  public Finding run() {
    try (Admin admin = brokers.admin()) {
      Optional<String> policy =
          TopicSettings.of(brokers, admin, config.changelogTopic())
              .flatMap(topic -> topic.text(TopicConfig.CLEANUP_POLICY_CONFIG));
      return policy.isEmpty() || policy.get().equals(TopicConfig.CLEANUP_POLICY_COMPACT)
          ? Finding.ok(
              config.changelogTopic()
                  + (policy.isEmpty()
                      ? " is made where dialogues are followed"
                      : " keeps the last entry of each dialogue"))
          : Finding.warning(
              "Expected "
                  + config.changelogTopic()
                  + " to keep the last entry of each dialogue, but its cleanup.policy is "
                  + policy.get()
                  + ", by which older ones go and dialogues begin anew; set it to compact.");
    } catch (GaramException e) {
      return Finding.warning(String.valueOf(e.getMessage()));
    }
  }
}
