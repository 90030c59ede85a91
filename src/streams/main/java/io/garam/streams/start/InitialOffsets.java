package io.garam.streams.start;

import io.garam.nlu.GaramException;
import io.garam.streams.client.Brokers;
import io.garam.streams.client.OffsetRange;
import io.garam.streams.client.TopicReader;
import io.garam.streams.config.GaramConfig;
import io.garam.streams.log.LogNames;
import io.garam.streams.settings.TaggerSettings;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupNotEmptyException;
import org.apache.kafka.common.errors.UnknownMemberIdException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * First start of a consumer group: says where a group begins that has committed nothing, and lets
 * it begin at the end of the topic where the configuration says so.
 *
 * <p>The end is committed, once. Kafka's own {@code auto.offset.reset=latest} would look for it
 * again at each start until a partition has had an event, and leave out what was written meanwhile.
 */
public final class InitialOffsets {

  private static final Logger log = LoggerFactory.getLogger(LogNames.TAGGER);

  private final GaramConfig config;
  private final Brokers brokers;

  public InitialOffsets(GaramConfig config) {
    this.config = config;
    this.brokers = new TaggerSettings(config).brokers();
  }

  /**
   * Prepares the group, if this is its first start.
   *
   * @throws GaramException if the brokers do not answer, or refuse
   */
  public void prepare() {
    try (Admin admin = brokers.admin()) {
      if (hasBegun(admin)) {
        return;
      }
      List<OffsetRange> whole = whole();
      long waiting = whole.stream().mapToLong(OffsetRange::size).sum();
      if (config.startsFromLatest()) {
        startAtTheEnd(admin, whole, waiting);
      } else if (waiting > 0) {
        log.warn(
            "First start of the group {}: all that {} holds is tagged, {} events at most;"
                + " --from latest would begin with what is written from now on.",
            config.applicationId(),
            config.inputTopic(),
            String.format(Locale.ROOT, "%,d", waiting));
      }
    }
  }

  private boolean hasBegun(Admin admin) {
    return brokers.committed(admin, config.applicationId(), false).keySet().stream()
        .anyMatch(partition -> partition.topic().equals(config.inputTopic()));
  }

  private List<OffsetRange> whole() {
    try (TopicReader reader = new TopicReader(brokers)) {
      return reader.whole(config.inputTopic());
    }
  }

  private void startAtTheEnd(Admin admin, List<OffsetRange> whole, long waiting) {
    Map<TopicPartition, OffsetAndMetadata> ends = new HashMap<>();
    whole.forEach(range -> ends.put(range.partition(), new OffsetAndMetadata(range.to())));
    String group = config.applicationId();
    try {
      brokers.answer(admin.alterConsumerGroupOffsets(group, ends).all(), "the group " + group);
    } catch (GaramException e) {
      if (e.getCause() instanceof UnknownMemberIdException
          || e.getCause() instanceof GroupNotEmptyException) {
        log.warn(
            "Another instance of the group {} has begun already; this one goes on with it.", group);
        return;
      }
      throw e;
    }
    log.warn(
        "First start of the group {} with {}=latest: {} events that {} holds are left out.",
        group,
        GaramConfig.START_FROM,
        String.format(Locale.ROOT, "%,d", waiting),
        config.inputTopic());
  }
}
