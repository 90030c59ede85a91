package io.garam.streams.deadletters;

import io.garam.streams.client.Brokers;
import io.garam.streams.client.OffsetRange;
import io.garam.streams.client.Rights;
import io.garam.streams.client.TopicReader;
import io.garam.streams.event.SourcePosition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.acl.AclOperation;
import org.jspecify.annotations.Nullable;

/** Decides what is done with each letter, and finds what its record left out. */
final class Dispatcher implements AutoCloseable {

  /** No name from a header: a flood of forged letters must not become a flood of reasons. */
  private static final String UNTRUSTED =
      "that name a topic of origin which is neither the input topic nor allowed by --allow-topic";

  private final ResendRequest request;
  private final Set<String> topics;
  private final TopicReader originals;

  /**
   * @throws io.garam.nlu.GaramException if the right to write to a topic is missing, or the brokers
   *     do not answer
   */
  Dispatcher(Brokers brokers, ResendRequest request) {
    this.request = request;
    try (Admin admin = brokers.admin()) {
      // Whom the brokers let not see a topic they tell that there is none.
      request
          .targets()
          .forEach(
              topic -> new Rights(brokers).requireTopic(admin, topic, List.of(AclOperation.WRITE)));
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
    if (!request.asksFor(letter)) {
      return Dispatch.keep(letter);
    }
    boolean trusted = request.trusted().contains(from.get());
    if (!trusted && (request.to() == null || letter.isIncomplete())) {
      return Dispatch.putBack(letter, UNTRUSTED);
    }
    String target = request.to() == null ? from.get() : request.to();
    if (!topics.contains(target)) {
      return Dispatch.putBack(letter, "whose topic " + target + " does not exist");
    }
    if (!letter.isIncomplete()) {
      return Dispatch.send(letter, letter.record(), letter.time(), target);
    }
    return letter
        .source()
        .flatMap(this::original)
        .map(event -> Dispatch.send(letter, event, time(event), target))
        .orElseGet(
            () -> Dispatch.passOver(letter, "too large for a letter and gone from " + from.get()));
  }

  private Optional<ConsumerRecord<byte[], byte @Nullable []>> original(SourcePosition source) {
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

  private static Optional<Instant> time(ConsumerRecord<?, ?> event) {
    return Optional.of(event.timestamp()).filter(time -> time >= 0).map(Instant::ofEpochMilli);
  }

  @Override
  public void close() {
    originals.close();
  }
}
