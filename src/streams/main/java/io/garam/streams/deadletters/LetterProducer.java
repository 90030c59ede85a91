package io.garam.streams.deadletters;

import io.garam.nlu.GaramException;
import io.garam.streams.event.SourcePosition;
import io.garam.streams.limits.RecordError;
import io.garam.streams.limits.TopicLimitsReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * Writes events and the offsets of their letters in one transaction.
 *
 * <p>The transactional id is the group. So a second producer of the group fences the first: what
 * the first has open is aborted, what it sends afterwards is refused, and the second begins at the
 * offset that the first committed last.
 */
final class LetterProducer implements AutoCloseable {

  /**
   * A record of so many bytes, or as large as a topic takes, gets a batch of its own. Where one
   * that is too large shares a batch with a small one, Kafka's producer (4.3.1) splits the batch
   * without end.
   */
  private static final int LARGE = 16 << 10;

  private final LetterFailure failure;
  private final int large;
  private final ConsumerGroupMetadata group;
  private final Producer<byte[], byte @Nullable []> producer;

  /**
   * Connects, and settles what an earlier producer of the group left open.
   *
   * @param topics where records go
   * @throws GaramException if the brokers do not answer, or refuse
   */
  LetterProducer(DeadLetterTopic letters, Set<String> topics) {
    this.failure = new LetterFailure(letters);
    this.large =
        new TopicLimitsReader(letters.brokers())
            .read(topics).values().stream()
                .mapToInt(limits -> Math.min(limits.maxBytes(), limits.segmentBytes()))
                .reduce(LARGE, Math::min);
    Map<String, Object> properties = letters.brokers().producerProperties();
    properties.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, letters.group());
    properties.put(ProducerConfig.BATCH_SIZE_CONFIG, large);
    // An event may be as large as its topic allows, which the brokers know and judge.
    properties.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Integer.MAX_VALUE);
    try {
      group = GroupMetadata.of(letters);
      producer =
          new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
    } catch (KafkaException e) {
      throw failure.of(e);
    }
    try {
      producer.initTransactions();
    } catch (KafkaException e) {
      producer.close();
      throw failure.of(e);
    }
  }

  /**
   * Writes all and how far the letters have then been handled, or nothing.
   *
   * @return nothing if it is committed; else why the brokers refused one of the records
   * @throws GaramException if the brokers do not answer, or another producer has taken over
   */
  Optional<RecordError> write(List<Dispatch> dispatches) {
    SentRecords sent = new SentRecords();
    try {
      producer.beginTransaction();
      for (Dispatch dispatch : dispatches) {
        if (dispatch.record() != null) {
          sent.add(producer.send(dispatch.record()));
        }
        if (dispatch.size() >= large) {
          producer.flush();
        }
      }
      producer.sendOffsetsToTransaction(offsetsAfter(dispatches), group);
      producer.commitTransaction();
      return Optional.empty();
    } catch (KafkaException e) {
      Optional<RecordError> error = sent.error();
      if (error.isEmpty()) {
        throw failure.of(e);
      }
      abort();
      return error;
    }
  }

  private static Map<TopicPartition, OffsetAndMetadata> offsetsAfter(List<Dispatch> dispatches) {
    Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
    for (Dispatch dispatch : dispatches) {
      SourcePosition letter = dispatch.letter().place();
      offsets.put(letter.partition(), new OffsetAndMetadata(letter.offset() + 1));
    }
    return offsets;
  }

  private void abort() {
    try {
      producer.abortTransaction();
    } catch (KafkaException e) {
      throw failure.of(e);
    }
  }

  /** Aborts what is open. */
  @Override
  public void close() {
    producer.close();
  }
}
