package io.garam.streams.doctor;

import io.garam.nlu.GaramException;
import io.garam.streams.client.Brokers;
import io.garam.streams.config.GaramConfig;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.config.TopicConfig;

/**
 * Check of the timestamp policy of the topics that a tagger writes: it keeps events' own times. In
 * the changelog they are part of each entry, and the record's may be the brokers'.
 */
record TimestampsCheck(GaramConfig config, Brokers brokers) implements Check {

  /** An event that waited so long for its tagger should still be taken. */
  private static final Duration OLD = Duration.ofDays(7);

  /** What Kafka allows by default, so that a clock ahead of the brokers' does no harm. */
  private static final Duration AHEAD = Duration.ofHours(1);

  @Override
  public String name() {
    return "timestamps";
  }

  @Override
  public List<String> needs() {
    return List.of(TopicsCheck.NAME);
  }

  @Override
  public Finding run() {
    List<String> surprises = new ArrayList<>();
    try (Admin admin = brokers.admin()) {
      List<String> written =
          new ArrayList<>(
              List.of(config.outputTopic(), config.deadLetterTopic(), config.changelogTopic()));
      if (config.repartitions()) {
        written.add(config.repartitionTopic());
      }
      for (String topic : written) {
        TopicSettings.of(brokers, admin, topic)
            .ifPresent(found -> check(found, topic.equals(config.changelogTopic()), surprises));
      }
    } catch (GaramException e) {
      return Finding.warning(String.valueOf(e.getMessage()));
    }
    return surprises.isEmpty()
        ? Finding.ok("the topics keep the times of events")
        : Finding.warning(String.join(" ", surprises));
  }

  private static void check(TopicSettings topic, boolean changelog, List<String> surprises) {
    if (topic.text(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG).orElse("").equals("LogAppendTime")) {
      if (!changelog) {
        surprises.add(
            topic.topic()
                + " replaces the times of events by those of its brokers; set"
                + " message.timestamp.type to CreateTime to keep them.");
      }
      return;
    }
    long before = topic.number(TopicConfig.MESSAGE_TIMESTAMP_BEFORE_MAX_MS_CONFIG);
    if (before < OLD.toMillis()) {
      surprises.add(
          topic.topic()
              + " refuses times that are more than "
              + before
              + " ms old: such events become dead letters; raise message.timestamp.before.max.ms.");
    }
    long after = topic.number(TopicConfig.MESSAGE_TIMESTAMP_AFTER_MAX_MS_CONFIG);
    if (after < AHEAD.toMillis()) {
      surprises.add(
          topic.topic()
              + " refuses times that are more than "
              + after
              + " ms ahead: such events become dead letters; raise message.timestamp.after.max.ms.");
    }
  }
}
