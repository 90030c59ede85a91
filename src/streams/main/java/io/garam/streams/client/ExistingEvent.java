package io.garam.streams.client;

import io.garam.nlu.GaramException;
import io.garam.streams.event.SourcePosition;
import org.apache.kafka.common.TopicPartition;

/** Event that its topic holds, as far as its offset shows. */
public record ExistingEvent(Brokers brokers, SourcePosition source) {

  /**
   * Returns what its partition holds.
   *
   * @throws GaramException if there is no such event, or the brokers do not answer
   */
  public OffsetRange require() {
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
      return range;
    }
  }
}
