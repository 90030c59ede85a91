package io.garam.streams.deadletters;

import io.garam.streams.client.Brokers;
import io.garam.streams.client.OffsetRange;
import io.garam.streams.client.TopicReader;
import io.garam.streams.event.SourcePlace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Decides what is done with each letter, and finds what its record left out. */
final class Dispatcher implements AutoCloseable {

  private final @Nullable String to;
  private final Set<String> topics;
  private final TopicReader originals;

  /**
   * @param to where all go, or null for the topic that each came from
   * @throws io.garam.nlu.GaramException if the brokers do not answer
   */
  Dispatcher(Brokers brokers, @Nullable String to) {
    this.to = to;
    try (Admin admin = brokers.admin()) {
      this.topics = brokers.answer(admin.listTopics().names(), "the topics");
    }
    this.originals = new TopicReader(brokers);
  }

  Dispatch of(Letter letter) {
    Optional<String> from = letter.topic();
    if (from.isEmpty()) {
      return Dispatch.passOver(
          letter, "without the header " + DeadLetterHeaders.TOPIC + ", so no dead letters");
    }
    String target = to == null ? from.get() : to;
    if (!topics.contains(target)) {
      return Dispatch.putBack(letter, "whose topic " + target + " does not exist");
    }
    if (!letter.isValueLeftOut()) {
      return Dispatch.send(letter, letter.record(), target);
    }
    return letter
        .source()
        .flatMap(this::original)
        .map(event -> Dispatch.send(letter, event, target))
        .orElseGet(
            () ->
                Dispatch.passOver(
                    letter,
                    "whose value was too large for the letter and is gone from " + from.get()));
  }

  private Optional<ConsumerRecord<byte[], byte @Nullable []>> original(SourcePlace source) {
    String topic = source.partition().topic();
    if (!topics.contains(topic)) {
      return Optional.empty();
    }
    List<OffsetRange> there =
        originals.whole(topic).stream()
            .filter(range -> range.partition().equals(source.partition()))
            .map(range -> range.since(source.offset()).until(source.offset() + 1))
            .toList();
    List<ConsumerRecord<byte[], byte @Nullable []>> found = new ArrayList<>();
    originals.read(there, found::add);
    return found.stream().filter(record -> record.offset() == source.offset()).findFirst();
  }

  @Override
  public void close() {
    originals.close();
  }
}
