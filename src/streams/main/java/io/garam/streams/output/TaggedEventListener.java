package io.garam.streams.output;

import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;

/**
 * Listener to what a tagger writes, in its process. It is called by the threads that tag, for each
 * event as it is written and before it is committed: after a failure some events are tagged again,
 * and come again. What it takes, the stream has to wait for; what it throws is logged and changes
 * nothing else.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface TaggedEventListener {

  /** Listens to nothing. */
  TaggedEventListener NONE = (partition, offset, event) -> {};

  /**
   * Takes an event that has an intent.
   *
   * @param partition of the input topic
   * @param offset of the event there
   * @param event as the output topic carries it
   */
  void tagged(TopicPartition partition, long offset, FixedKeyRecord<byte[], TaggedEvent> event);
}
