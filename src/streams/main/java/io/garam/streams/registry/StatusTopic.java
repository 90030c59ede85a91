package io.garam.streams.registry;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.garam.nlu.io.Json;
import io.garam.streams.client.Brokers;
import io.garam.streams.client.TopicAdmin;
import io.garam.streams.client.TopicReader;
import io.garam.streams.config.GaramConfig;
import io.garam.streams.config.RegistryKeys;
import io.garam.streams.settings.TaggerSettings;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.config.TopicConfig;
import org.jspecify.annotations.Nullable;

/**
 * Topic in which taggers say which model they run, the last word of each.
 *
 * @param name of the topic
 */
public record StatusTopic(Brokers brokers, String name) {

  /** Returns the topic that a configuration names. */
  public static StatusTopic of(GaramConfig config) {
    return new StatusTopic(
        new TaggerSettings(config).brokers(), config.getString(RegistryKeys.STATUS_TOPIC));
  }

  /** Creates the topic if it does not exist. */
  public void create() {
    new TopicAdmin(brokers)
        .create(
            new NewTopic(name, Optional.of(1), Optional.empty())
                .configs(
                    Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT)));
  }

  /**
   * Returns what taggers said last, by application and instance; nothing where there is no such
   * topic.
   *
   * @throws io.garam.nlu.GaramException if the brokers do not answer, or refuse
   */
  public List<InstanceStatus> read() {
    if (new TopicAdmin(brokers).partitions(name).isEmpty()) {
      return List.of();
    }
    Map<String, InstanceStatus> said = new TreeMap<>();
    try (TopicReader reader = new TopicReader(brokers)) {
      reader.read(reader.whole(name), record -> take(record, said));
    }
    return List.copyOf(said.values());
  }

  private static void take(
      ConsumerRecord<byte[], byte[]> record, Map<String, InstanceStatus> said) {
    String key = record.key() == null ? "" : new String(record.key(), UTF_8);
    said.remove(key);
    InstanceStatus status = status(record.value());
    if (status != null) {
      said.put(key, status);
    }
  }

  /** Returns what a record says, null where that is nothing readable. */
  private static @Nullable InstanceStatus status(byte @Nullable [] value) {
    try {
      return value == null ? null : Json.MAPPER.readValue(value, InstanceStatus.class);
    } catch (IOException | RuntimeException e) {
      return null;
    }
  }
}
