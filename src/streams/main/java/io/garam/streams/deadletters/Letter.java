package io.garam.streams.deadletters;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.garam.streams.event.SourcePlace;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * A record of a dead-letter topic. Anybody may write to such a topic, so each of its headers may be
 * missing or nonsense.
 */
public record Letter(ConsumerRecord<byte[], byte @Nullable []> record) {

  /** Returns where the letter itself is. */
  public SourcePlace place() {
    return SourcePlace.of(record);
  }

  /** Returns the topic that the event came from, or nothing if this is no dead letter. */
  public Optional<String> topic() {
    return header(DeadLetterHeaders.TOPIC);
  }

  /** Returns where the event came from, or nothing if the headers do not say. */
  public Optional<SourcePlace> source() {
    return topic()
        .flatMap(
            topic ->
                number(DeadLetterHeaders.PARTITION)
                    .filter(partition -> partition <= Integer.MAX_VALUE)
                    .flatMap(
                        partition ->
                            number(DeadLetterHeaders.OFFSET)
                                .map(
                                    offset ->
                                        new SourcePlace(
                                            new TopicPartition(topic, partition.intValue()),
                                            offset))));
  }

  /** Returns why the event could not be tagged, or nothing if the headers do not say. */
  public Optional<String> reason() {
    return header(DeadLetterHeaders.MESSAGE);
  }

  /** Returns the time of the event, or nothing if the record has none. */
  public Optional<Instant> time() {
    return record.timestamp() < 0
        ? Optional.empty()
        : Optional.of(Instant.ofEpochMilli(record.timestamp()));
  }

  /** Returns whether the event had a value that was too large for the letter. */
  public boolean isValueLeftOut() {
    return record.value() == null
        && reason().filter(reason -> reason.endsWith(DeadLetterHeaders.VALUE_LEFT_OUT)).isPresent();
  }

  private Optional<Long> number(String key) {
    return header(key).filter(text -> text.matches("\\d{1,18}")).map(Long::valueOf);
  }

  private Optional<String> header(String key) {
    Header header = record.headers().lastHeader(key);
    return header == null || header.value() == null
        ? Optional.empty()
        : Optional.of(new String(header.value(), UTF_8));
  }
}
