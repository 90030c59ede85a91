package io.garam.streams.client;

import io.garam.nlu.GaramException;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AclOperation;

/**
 * Reader of a topic up to an end: what is committed between two offsets of each partition, whatever
 * gaps there are, and whatever is written meanwhile. Not safe for many threads.
 */
public final class TopicReader implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Brokers brokers;
  private final Consumer<byte[], byte[]> consumer;

  /**
   * @throws GaramException if an address or a security setting does not do
   */
  public TopicReader(Brokers brokers) {
    this.brokers = brokers;
    this.consumer = brokers.reader();
  }

  /** What is done with a record. */
  public interface Action {
    void accept(ConsumerRecord<byte[], byte[]> record);
  }

  /**
   * Returns all that a topic holds now, a range for each partition.
   *
   * @throws GaramException if there is no such topic, or the brokers do not answer
   */
  public List<OffsetRange> whole(String topic) {
    List<PartitionInfo> found = asked(topic, () -> consumer.partitionsFor(topic));
    if (found == null || found.isEmpty()) {
      throw new GaramException(
          "Expected the topic "
              + topic
              + " on "
              + brokers.addresses()
              + ", but it does not exist; correct the name.");
    }
    List<TopicPartition> partitions =
        found.stream()
            .map(info -> new TopicPartition(topic, info.partition()))
            .sorted(Comparator.comparingInt(TopicPartition::partition))
            .toList();
    Map<TopicPartition, Long> beginnings =
        asked(topic, () -> consumer.beginningOffsets(partitions));
    Map<TopicPartition, Long> ends = asked(topic, () -> consumer.endOffsets(partitions));
    return partitions.stream()
        .map(
            partition ->
                new OffsetRange(partition, offset(beginnings, partition), offset(ends, partition)))
        .toList();
  }

  /**
   * Returns the parts of ranges before which all records are older than a time.
   *
   * @param epochMs the time in milliseconds
   */
  public List<OffsetRange> since(long epochMs, List<OffsetRange> ranges) {
    return at(epochMs, ranges, (range, first) -> range.since(first.orElse(range.to())));
  }

  /**
   * Returns the parts of ranges that end before the first record that is as new as a time.
   *
   * @param epochMs the time in milliseconds
   */
  public List<OffsetRange> until(long epochMs, List<OffsetRange> ranges) {
    return at(epochMs, ranges, (range, first) -> first.map(range::until).orElse(range));
  }

  /**
   * @param part makes of a range and the offset of its first record that is as new as the time, if
   *     there is one, the part that is asked for
   */
  private List<OffsetRange> at(
      long epochMs,
      List<OffsetRange> ranges,
      BiFunction<OffsetRange, Optional<Long>, OffsetRange> part) {
    Map<TopicPartition, Long> times = new HashMap<>();
    ranges.forEach(range -> times.put(range.partition(), epochMs));
    Map<TopicPartition, OffsetAndTimestamp> found =
        asked(topic(ranges), () -> consumer.offsetsForTimes(times));
    return ranges.stream()
        .map(
            range ->
                part.apply(
                    range,
                    Optional.ofNullable(found.get(range.partition()))
                        .map(OffsetAndTimestamp::offset)))
        .toList();
  }

  /**
   * Returns the parts of ranges that begin with a record, or nothing of those without any.
   *
   * @throws GaramException if nothing comes for a minute
   */
  public List<OffsetRange> fromFirstRecords(List<OffsetRange> ranges) {
    Map<TopicPartition, Long> firsts = new HashMap<>();
    Map<TopicPartition, OffsetRange> open = open(ranges);
    poll(
        open,
        record -> firsts.putIfAbsent(partition(record), record.offset()),
        range -> firsts.containsKey(range.partition()));
    return ranges.stream()
        .map(range -> range.since(firsts.getOrDefault(range.partition(), range.to())))
        .toList();
  }

  /**
   * Reads ranges, in order within a partition.
   *
   * @throws GaramException if nothing comes for a minute
   */
  public void read(List<OffsetRange> ranges, Action action) {
    poll(open(ranges), action, range -> false);
  }

  private Map<TopicPartition, OffsetRange> open(List<OffsetRange> ranges) {
    Map<TopicPartition, OffsetRange> open = new HashMap<>();
    ranges.stream()
        .filter(range -> !range.isEmpty())
        .forEach(range -> open.put(range.partition(), range));
    consumer.assign(open.keySet());
    open.values().forEach(range -> consumer.seek(range.partition(), range.from()));
    return open;
  }

  /** Polls until each range is read, or enough of it. */
  private void poll(
      Map<TopicPartition, OffsetRange> open, Action action, Predicate<OffsetRange> enough) {
    long lastProgress = System.nanoTime();
    while (!open.isEmpty()) {
      ConsumerRecords<byte[], byte[]> records =
          asked(topic(List.copyOf(open.values())), () -> consumer.poll(POLL));
      for (ConsumerRecord<byte[], byte[]> record : records) {
        OffsetRange range = open.get(partition(record));
        if (range != null && record.offset() < range.to()) {
          action.accept(record);
        }
      }
      boolean finished =
          open.values()
              .removeIf(range -> enough.test(range) || position(range.partition()) >= range.to());
      if (finished) {
        consumer.assign(open.keySet());
      }
      if (finished || !records.isEmpty()) {
        lastProgress = System.nanoTime();
      } else if (System.nanoTime() - lastProgress > PATIENCE.toNanos()) {
        throw new GaramException(
            "Expected to read on in "
                + open.keySet()
                + " on "
                + brokers.addresses()
                + ", but nothing came for "
                + PATIENCE.toSeconds()
                + " s; see whether the brokers are well, and start again.");
      }
    }
  }

  private static TopicPartition partition(ConsumerRecord<?, ?> record) {
    return new TopicPartition(record.topic(), record.partition());
  }

  private long position(TopicPartition partition) {
    return asked(partition.topic(), () -> consumer.position(partition));
  }

  private static String topic(List<OffsetRange> ranges) {
    return ranges.isEmpty() ? "" : ranges.get(0).partition().topic();
  }

  private static long offset(Map<TopicPartition, Long> offsets, TopicPartition partition) {
    return Objects.requireNonNull(offsets.get(partition), "an offset of each partition");
  }

  private interface Question<T> {
    T ask();
  }

  private <T> T asked(String topic, Question<T> question) {
    try {
      return question.ask();
    } catch (KafkaException e) {
      throw brokers.failure(e, Right.topic(AclOperation.READ, topic));
    }
  }

  @Override
  public void close() {
    consumer.close();
  }
}
