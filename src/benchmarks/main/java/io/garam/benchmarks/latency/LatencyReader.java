package io.garam.benchmarks.latency;

import java.time.Duration;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Reader of what a pipeline has committed. A record's time is the time of its event, as Kafka
 * Streams keeps it, so that what passed since is how long the event took.
 */
public final class LatencyReader implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(5);
  private static final int DIGITS = 3;

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final Histogram millis = new Histogram(DIGITS);
  private long read;

  public LatencyReader(String bootstrapServers, String topic) {
    consumer =
        new KafkaConsumer<>(
            Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed",
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest"),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
    consumer.assign(
        consumer.partitionsFor(topic).stream()
            .map(one -> new TopicPartition(topic, one.partition()))
            .toList());
  }

  /**
   * Reads until so many events came, the first ones among them.
   *
   * @param from the time in milliseconds from which events count
   * @param patience without any event
   * @return how many came; fewer than asked for where patience is at an end
   */
  public long until(long events, long from, Duration patience) {
    long deadline = System.nanoTime() + patience.toNanos();
    while (read < events && System.nanoTime() < deadline) {
      for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
        read++;
        deadline = System.nanoTime() + patience.toNanos();
        if (record.timestamp() >= from) {
          millis.recordValue(Math.max(0, System.currentTimeMillis() - record.timestamp()));
        }
      }
    }
    return read;
  }

  /** Reads for a time, and returns how many events came. */
  public long read(Duration time) {
    long before = read;
    long deadline = System.nanoTime() + time.toNanos();
    while (System.nanoTime() < deadline) {
      read += consumer.poll(POLL).count();
    }
    return read - before;
  }

  /** Returns the milliseconds that events took which count. */
  Histogram millis() {
    return millis;
  }

  @Override
  public void close() {
    consumer.close();
  }
}
