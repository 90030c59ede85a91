package io.garam.app.run;

import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.consumer.ConsumerInterceptor;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** Keeps a stream thread for ever with what it has polled, as a batch without an end would. */
public final class StuckInterceptor implements ConsumerInterceptor<byte[], byte[]> {

  private final CountDownLatch never = new CountDownLatch(1);

  @Override
  public ConsumerRecords<byte[], byte[]> onConsume(ConsumerRecords<byte[], byte[]> records) {
    boolean interrupted = true;
    while (interrupted) {
      try {
        never.await();
        interrupted = false;
      } catch (InterruptedException e) {
        // Stuck is stuck.
      }
    }
    return records;
  }

  @Override
  public void onCommit(Map<TopicPartition, OffsetAndMetadata> offsets) {}

  @Override
  public void close() {}

  @Override
  public void configure(Map<String, ?> configs) {}
}
