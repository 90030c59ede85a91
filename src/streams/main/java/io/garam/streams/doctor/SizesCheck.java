package io.garam.streams.doctor;

import io.garam.nlu.GaramException;
import io.garam.streams.client.Brokers;
import io.garam.streams.config.GaramConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.config.TopicConfig;

/**
 * Check of message sizes against each other: the largest event that is read, the producer's largest
 * request, and what each topic takes.
 */
record SizesCheck(GaramConfig config, Brokers brokers) implements Check {

  /** A dead letter may have so much where nothing is left of its event. */
  private static final int LETTER_BYTES = 16_384;

  /** What a batch has beside its one record, and some more. */
  private static final int SLACK_BYTES = 1_024;

  @Override
  public String name() {
    return "message sizes";
  }

  @Override
  public List<String> needs() {
    return List.of(TopicsCheck.NAME);
  }

  @Override
  public Finding run() {
    int event = config.maxEventBytes();
    int request = config.maxRequestSize();
    if (request < LETTER_BYTES) {
      return Finding.fault(
          String.format(
              Locale.ROOT,
              "Expected the producer to take %,d bytes, which the smallest dead letter may have,"
                  + " but its max.request.size and buffer.memory allow %,d; raise them.",
              LETTER_BYTES,
              request));
    }
    List<String> surprises = new ArrayList<>();
    try (Admin admin = brokers.admin()) {
      below(event, request, "the producer's max.request.size", surprises);
      TopicSettings.of(brokers, admin, config.inputTopic())
          .ifPresent(input -> checkInput(input, event, surprises));
      List<String> written =
          new ArrayList<>(List.of(config.outputTopic(), config.deadLetterTopic()));
      if (config.repartitions()) {
        written.add(config.repartitionTopic());
      }
      for (String topic : written) {
        Optional<TopicSettings> found = TopicSettings.of(brokers, admin, topic);
        found.ifPresent(settings -> checkWritten(settings, event, surprises));
      }
    } catch (GaramException e) {
      return Finding.warning(
          e.getMessage()
              + " Without it the tagger learns what topics take from what they refuse, and the"
              + " first of a kind costs a transaction.");
    }
    return surprises.isEmpty()
        ? Finding.ok(
            String.format(
                Locale.ROOT,
                "events of up to %,d bytes are read, and requests of %,d written",
                event,
                request))
        : Finding.warning(String.join(" ", surprises));
  }

  private static void checkInput(TopicSettings input, int event, List<String> surprises) {
    long most = input.number(TopicConfig.MAX_MESSAGE_BYTES_CONFIG);
    if (most < Long.MAX_VALUE && most - SLACK_BYTES > event) {
      surprises.add(
          String.format(
              Locale.ROOT,
              "%s takes records of %,d bytes, but %s reads no more than %,d: larger events become"
                  + " dead letters; raise it, or lower max.message.bytes.",
              input.topic(),
              most,
              GaramConfig.MAX_EVENT_BYTES,
              event));
    }
  }

  private static void checkWritten(TopicSettings topic, int event, List<String> surprises) {
    long most = topic.number(TopicConfig.MAX_MESSAGE_BYTES_CONFIG);
    long segment = topic.number(TopicConfig.SEGMENT_BYTES_CONFIG);
    below(event, most, "max.message.bytes of " + topic.topic(), surprises);
    if (segment < most) {
      surprises.add(
          String.format(
              Locale.ROOT,
              "A segment of %s takes %,d bytes by its segment.bytes, less than its"
                  + " max.message.bytes of %,d allow; raise segment.bytes.",
              topic.topic(),
              segment,
              most));
    }
  }

  private static void below(int event, long limit, String what, List<String> surprises) {
    if (limit < event) {
      surprises.add(
          String.format(
              Locale.ROOT,
              "Events of up to %,d bytes are read (%s), but %s allows only %,d: raise it, or lower"
                  + " the other.",
              event,
              GaramConfig.MAX_EVENT_BYTES,
              what,
              limit));
    }
  }
}
