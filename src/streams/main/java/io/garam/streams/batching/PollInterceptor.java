package io.garam.streams.batching;

import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerInterceptor;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** Consumer interceptor of what polls return, to which commits and the end mean nothing. */
interface PollInterceptor extends ConsumerInterceptor<byte[], byte[]> {

  @Override
  default void onCommit(Map<TopicPartition, OffsetAndMetadata> offsets) {}

  @Override
  default void close() {}
}
