package io.garam.streams.registry;

import io.garam.nlu.GaramException;
import io.garam.streams.client.Brokers;
import io.garam.streams.client.TopicAdmin;
import io.garam.streams.config.GaramConfig;
import io.garam.streams.config.RegistryKeys;
import io.garam.streams.settings.TaggerSettings;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.TopicConfig;

/**
 * Topic of the registry. Partition 0 has what is said of bundles, some hundred bytes a record, so
 * that whoever follows it reads little; partition 1 has the bundles, in chunks.
 *
 * @param name of the topic
 */
public record RegistryTopic(Brokers brokers, String name) {

  private static final int PARTITIONS = 2;

  /** Only closed segments are compacted: what is removed goes after so many bytes. */
  private static final String SEGMENT_BYTES = String.valueOf(64 << 20);

  /** Returns the topic that a configuration names. */
  public static RegistryTopic of(GaramConfig config) {
    return new RegistryTopic(
        new TaggerSettings(config).brokers(), config.getString(RegistryKeys.TOPIC));
  }

  TopicPartition statements() {
    return new TopicPartition(name, 0);
  }

  TopicPartition chunks() {
    return new TopicPartition(name, 1);
  }

  /**
   * Creates the topic if it does not exist.
   *
   * @throws GaramException if the brokers do not answer or refuse
   */
  public void create() {
    new TopicAdmin(brokers)
        .create(
            new NewTopic(name, Optional.of(PARTITIONS), Optional.empty())
                .configs(
                    Map.of(
                        TopicConfig.CLEANUP_POLICY_CONFIG,
                        TopicConfig.CLEANUP_POLICY_COMPACT,
                        TopicConfig.SEGMENT_BYTES_CONFIG,
                        SEGMENT_BYTES)));
  }

  /**
   * Goes on if the topic is there and can be a registry.
   *
   * @throws GaramException if it is not, or the brokers do not answer
   */
  public void require() {
    int partitions =
        new TopicAdmin(brokers)
            .partitions(name)
            .orElseThrow(
                () ->
                    new GaramException(
                        "Expected the registry of models in the topic "
                            + name
                            + " on "
                            + brokers.addresses()
                            + ", but there is no such topic; garam models push --create-topics"
                            + " makes it, and "
                            + RegistryKeys.TOPIC
                            + " names another."));
    if (partitions != PARTITIONS) {
      throw new GaramException(
          "Expected the registry of models in the topic "
              + name
              + " to have "
              + PARTITIONS
              + " partitions, but found "
              + partitions
              + "; name another topic with "
              + RegistryKeys.TOPIC
              + ", which garam models push --create-topics makes.");
    }
  }

  /**
   * Goes on if the topic keeps the last record of each key, or nobody here may know.
   *
   * @throws GaramException if it deletes records by their age or its size
   */
  void requireCompacted() {
    Optional<String> policy =
        new TopicAdmin(brokers).setting(name, TopicConfig.CLEANUP_POLICY_CONFIG);
    if (policy.isPresent() && !policy.get().equals(TopicConfig.CLEANUP_POLICY_COMPACT)) {
      throw new GaramException(
          "Expected the registry of models in the topic "
              + name
              + " to have cleanup.policy=compact, but found "
              + policy.get()
              + ", by which models would vanish; change it, or name another topic with "
              + RegistryKeys.TOPIC
              + ", which garam models push --create-topics makes.");
    }
  }
}
