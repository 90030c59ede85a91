package io.garam.streams.batching;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Consumer interceptor that batches: sees the whole of what a poll returned, which the topology
 * never does, and classifies it in one run. Buffering inside a processor would do so too, but loses
 * records: offsets can be committed past what is still in memory, and there is no public hook
 * before a commit.
 *
 * <p>Kafka's consumer logs an exception thrown here and goes on; the records then carry no result
 * and are tagged alone.
 */
public final class BatchingInterceptor implements PollInterceptor {

  /** Configuration key of the {@link Preparation} to use, an object. */
  public static final String PREPARATION = "garam.internal.preparation";

  /** Configuration key of the topics whose records are utterances; others pass untouched. */
  public static final String TOPICS = "garam.internal.topics";

  /** Configuration key of the {@link InFlightRecords} to keep, an object. */
  public static final String IN_FLIGHT = "garam.internal.in.flight";

  /** Configuration key of the {@link PollTrace} that is told of polls, an object; or unset. */
  public static final String TRACE = "garam.internal.trace";

  private @Nullable Preparation preparation;
  private @Nullable InFlightRecords inFlightRecords;
  private List<?> topics = List.of();
  private PollTrace trace = PollTrace.NONE;

  @Override
  public void configure(Map<String, ?> configs) {
    preparation = (Preparation) Objects.requireNonNull(configs.get(PREPARATION), PREPARATION);
    inFlightRecords = (InFlightRecords) Objects.requireNonNull(configs.get(IN_FLIGHT), IN_FLIGHT);
    topics = (List<?>) Objects.requireNonNull(configs.get(TOPICS), TOPICS);
    trace = configs.get(TRACE) instanceof PollTrace given ? given : PollTrace.NONE;
  }

  @Override
  public ConsumerRecords<byte[], byte[]> onConsume(ConsumerRecords<byte[], byte[]> records) {
    InFlightRecords inFlight = Objects.requireNonNull(inFlightRecords, "configured");
    List<ConsumerRecord<byte[], byte[]>> utterances = new ArrayList<>(records.count());
    for (TopicPartition partition : records.partitions()) {
      if (topics.contains(partition.topic())) {
        utterances.addAll(records.records(partition));
      } else {
        inFlight.passing(partition, records.records(partition));
      }
    }
    if (!utterances.isEmpty() && inFlight.polled(utterances)) {
      Preparation batches = Objects.requireNonNull(preparation, "configured");
      List<Prepared> prepared = trace.around(utterances, () -> batches.prepareBatch(utterances));
      for (int i = 0; i < utterances.size(); i++) {
        utterances.get(i).headers().add(new PreparedHeader(prepared.get(i)));
      }
    }
    return records;
  }
}
