package io.garam.streams.batching;

import io.garam.streams.batching.Prepared.Rejected;
import io.garam.streams.limits.OutputLimits;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.processor.TimestampExtractor;

/**
 * The record's own timestamp. Kafka's default extractor stops the stream at a record without one;
 * here it gets the newest seen in its partition, or the time of day if there was none. So does an
 * event that is refused for its time, lest it turn the clock of its partition, by which idle
 * dialogues are forgotten.
 */
public final class EventTime implements TimestampExtractor {

  @Override
  public long extract(ConsumerRecord<Object, Object> record, long partitionTime) {
    if (record.timestamp() >= 0
        && record.timestamp() <= OutputLimits.LATEST
        && !isTimeRefused(record.value())) {
      return record.timestamp();
    }
    return partitionTime >= 0 ? partitionTime : System.currentTimeMillis();
  }

  private static boolean isTimeRefused(Object value) {
    return value instanceof Rejected rejected && rejected.reason().time() != null;
  }
}
