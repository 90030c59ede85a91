package io.garam.benchmarks.latency;

import io.garam.benchmarks.load.EventTopic;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Producer that sends a topic's events at a steady rate. */
public final class PacedProducer implements AutoCloseable {

  private static final long PERIOD_NANOS = 2_000_000;

  private final EventTopic topic;
  private final KafkaProducer<String, String> producer;
  private int sent;

  public PacedProducer(String bootstrapServers, EventTopic topic) {
    this.topic = topic;
    this.producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", bootstrapServers),
            new StringSerializer(),
            new StringSerializer());
  }

  /** Sends one event at once. */
  public void one() {
    send();
    producer.flush();
  }

  /**
   * Sends events in a thread of its own until all of the topic are sent.
   *
   * @param rate events a second
   */
  public Thread start(double rate) {
    Thread sender = new Thread(() -> rest(rate), "paced-producer");
    sender.setDaemon(true);
    sender.start();
    return sender;
  }

  private void rest(double rate) {
    long start = System.nanoTime();
    int before = sent;
    while (sent < topic.events()) {
      double due = before + (System.nanoTime() - start) / 1e9 * rate;
      while (sent < topic.events() && sent < due) {
        send();
      }
      LockSupport.parkNanos(PERIOD_NANOS);
    }
    producer.flush();
  }

  private void send() {
    var unused = producer.send(topic.record(sent));
    sent++;
  }

  @Override
  public void close() {
    producer.close();
  }
}
