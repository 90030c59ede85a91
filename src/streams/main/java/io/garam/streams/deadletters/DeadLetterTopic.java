package io.garam.streams.deadletters;

import io.garam.streams.client.Brokers;
import io.garam.streams.client.OffsetRange;
import io.garam.streams.client.TopicReader;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.TopicPartition;

/**
 * Dead-letter topic, and the consumer group whose committed offsets say how far it has been sent
 * again.
 */
public record DeadLetterTopic(Brokers brokers, String name, String group) {

  /** Returns the group by which a topic is sent again where no other is named. */
  public static String defaultGroup(String topic) {
    return "garam-dead-letters-" + topic;
  }

  /**
   * Returns all that the topic holds now.
   *
   * @throws io.garam.nlu.GaramException if there is no such topic, or the brokers do not answer
   */
  public List<OffsetRange> all(TopicReader reader) {
    return reader.whole(name);
  }

  /**
   * Returns the parts that no replay has handled.
   *
   * @param ranges what {@link #all} found
   * @param settled whether to wait for the outcome of a transaction that is still open
   * @throws io.garam.nlu.GaramException if the brokers do not answer
   */
  public List<OffsetRange> waiting(List<OffsetRange> ranges, boolean settled) {
    try (Admin admin = brokers.admin()) {
      Map<TopicPartition, Long> committed = brokers.committed(admin, group, settled);
      return ranges.stream().map(range -> range.left(committed)).toList();
    }
  }
}
