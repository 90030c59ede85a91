package io.garam.streams.skip;

import io.garam.nlu.GaramException;
import io.garam.streams.client.Brokers;
import io.garam.streams.client.OffsetRange;
import io.garam.streams.client.TopicReader;
import io.garam.streams.event.SourcePosition;
import org.apache.kafka.common.TopicPartition;

/** Event that its topic holds, as far as its offset shows. */
record ExistingEvent(Brokers brokers, SourcePosition source) {

  /**
   * @throws GaramException if there is none, or the brokers do not answer
   */
  void require() {
    TopicPartition partition = source.partition();
    try (TopicReader reader = new TopicReader(brokers)) {
      OffsetRange range =
          reader.whole(partition.topic()).stream()
              .filter(one -> one.partition().equals(partition))
              .findFirst()
              .orElseThrow(
                  () ->
                      new GaramException(
                          "Expected a partition of "
                              + partition.topic()
                              + ", but it has no partition "
                              + partition.partition()
                              + "."));
      if (source.offset() < range.from() || source.offset() >= range.to()) {
        throw new GaramException(
            "Expected an offset of "
                + partition
                + ", which holds "
                + (range.isEmpty() ? "nothing" : range.from() + " to " + (range.to() - 1))
                + ", but found "
                + source.offset()
                + "; the log of the tagger names topic, partition and offset.");
      }
    }
  }
}
