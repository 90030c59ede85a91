package io.garam.streams.skip;

import io.garam.nlu.GaramException;
import io.garam.streams.client.Brokers;
import io.garam.streams.client.ExistingEvent;
import io.garam.streams.event.SourcePosition;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.jspecify.annotations.Nullable;

/**
 * Skip of an offset: moves a stopped tagger's committed offset behind one event, and behind no
 * other. The event stays in its topic. It is not read: it may be one that cannot be.
 *
 * @param group the tagger's {@code application.id}
 * @param source the event to go on without
 */
public record OffsetSkip(Brokers brokers, String group, SourcePosition source) {

  /**
   * Makes sure that the event, and it alone, is what the group would read next.
   *
   * @throws GaramException if there is no such event, an instance is at work, the group has
   *     committed another offset, or the brokers do not answer
   */
  public void check() {
    new ExistingEvent(brokers, source).require();
    try (Admin admin = brokers.admin()) {
      int members = brokers.members(admin, group);
      if (members > 0) {
        throw new GaramException(
            "Expected all instances of "
                + group
                + " to be stopped, but "
                + members
                + (members == 1 ? " of their threads is" : " of their threads are")
                + " at work; stop them first. A killed one counts until its session times out.");
      }
      OffsetAndMetadata committed = committed(admin);
      if (committed == null) {
        throw new GaramException(
            "Expected the group "
                + group
                + " to have read "
                + source.partition()
                + ", but it has committed nothing there; see application.id and the topic.");
      }
      if (committed.offset() > source.offset()) {
        throw new GaramException(
            "Expected an event that "
                + group
                + " has not passed yet, but it will read on at offset "
                + committed.offset()
                + " of "
                + source.partition()
                + "; nothing is to be done.");
      }
      if (committed.offset() < source.offset()) {
        throw new GaramException(
            "Expected "
                + group
                + " to have committed all before "
                + source
                + ", but it has come to offset "
                + committed.offset()
                + ", and what lies between would be lost; run the tagger once with --config"
                + " garam.batch.max.records=1 --config commit.interval.ms=0, until it stops at that"
                + " event, and skip it then.");
      }
    }
  }

  /**
   * Commits the offset behind the event, with what Kafka Streams has noted of the partition's time.
   *
   * @throws GaramException as {@link #check} does
   */
  public void run() {
    check();
    try (Admin admin = brokers.admin()) {
      OffsetAndMetadata committed = committed(admin);
      OffsetAndMetadata next =
          new OffsetAndMetadata(source.offset() + 1, committed == null ? "" : committed.metadata());
      brokers.answer(
          admin.alterConsumerGroupOffsets(group, Map.of(source.partition(), next)).all(),
          "the group " + group);
    }
  }

  private @Nullable OffsetAndMetadata committed(Admin admin) {
    return brokers
        .answer(
            admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata(),
            "the group " + group)
        .get(source.partition());
  }
}
