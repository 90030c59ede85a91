package io.garam.benchmarks.pipeline;

import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;

/**
 * Progress of a pipeline: how many events it has committed, by the offsets of its group. Under
 * exactly-once that is what readers of its output see.
 *
 * @param group its application or group id
 * @param topic what it reads
 */
public record Progress(Admin admin, String group, String topic) {

  /** Returns how many events are committed. */
  public long committed() throws InterruptedException, ExecutionException {
    try {
      Map<TopicPartition, OffsetAndMetadata> offsets =
          admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
      return offsets.entrySet().stream()
          .filter(one -> one.getKey().topic().equals(topic) && one.getValue() != null)
          .mapToLong(one -> one.getValue().offset())
          .sum();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof GroupIdNotFoundException) { // It has not joined yet.
        return 0;
      }
      throw e;
    }
  }
}
