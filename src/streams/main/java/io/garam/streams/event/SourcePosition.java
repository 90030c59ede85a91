package io.garam.streams.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.internals.Topic;

/**
 * Source position of an event. A replay notes it in a header of each record, so that its answer can
 * be found again in whichever partition it was written to. As text it is {@code utterances-3@1234}.
 */
public record SourcePosition(TopicPartition partition, long offset) {

  public static final String HEADER = "garam.source";

  /** Returns where a record is. */
  public static SourcePosition of(ConsumerRecord<?, ?> record) {
    return of(record.topic(), record.partition(), record.offset());
  }

  public static SourcePosition of(String topic, int partition, long offset) {
    return new SourcePosition(new TopicPartition(topic, partition), offset);
  }

  /** Notes in a record where it was read. */
  public static void writeHeader(ConsumerRecord<?, ?> record) {
    record.headers().remove(HEADER).add(HEADER, of(record).toString().getBytes(UTF_8));
  }

  /**
   * Returns where a record's event was read; empty where nothing says so, or names a place that no
   * topic could have.
   */
  public static Optional<SourcePosition> of(Headers headers) {
    Header header = headers.lastHeader(HEADER);
    if (header == null || header.value() == null) {
      return Optional.empty();
    }
    String text = new String(header.value(), UTF_8);
    int at = text.lastIndexOf('@');
    int dash = text.lastIndexOf('-', at);
    if (dash < 0 || !Topic.isValid(text.substring(0, dash))) {
      return Optional.empty();
    }
    try {
      return Optional.of(
              of(
                  text.substring(0, dash),
                  Integer.parseInt(text.substring(dash + 1, at)),
                  Long.parseLong(text.substring(at + 1))))
          .filter(position -> position.offset >= 0 && position.toString().equals(text));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return partition + "@" + offset;
  }
}
