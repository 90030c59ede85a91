package io.garam.streams.refusal;

import io.garam.streams.refusal.LiveConsumers.LiveConsumer;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jspecify.annotations.Nullable;

/**
 * Consumer that leaves its group when it ends, unless it has a fixed identity. Kafka Streams lets
 * the consumer of a thread that it replaces stay, and until its session times out, after 45 s,
 * nobody reads its partitions.
 *
 * <p>Where it was to take fewer records from a poll, it ends once that is over, since Kafka's
 * consumer cannot be told to take more; the thread's next one does.
 */
final class TaggerConsumer extends LiveConsumer {

  private final boolean fixed;
  private final @Nullable PollSize limited;

  /**
   * @param limited what has made its polls smaller, null if nothing
   */
  TaggerConsumer(
      Map<String, Object> config,
      CutDeserializer values,
      LiveConsumers others,
      @Nullable PollSize limited) {
    super(config, values, others);
    this.fixed = config.containsKey(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG);
    this.limited = limited;
  }

  @Override
  public ConsumerRecords<byte[], byte[]> poll(Duration timeout) {
    if (limited != null && limited.limit().isEmpty()) {
      throw new PollSize.Restored();
    }
    return super.poll(timeout);
  }

  @Override
  public void close(CloseOptions options) {
    super.close(
        fixed
            ? options
            : options.withGroupMembershipOperation(GroupMembershipOperation.LEAVE_GROUP));
  }
}
