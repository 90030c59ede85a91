package io.garam.app.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.garam.app.run.Conversations;
import io.garam.app.run.Conversations.Line;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Steady stream of dialogues with poison among them, sent by a thread of its own until it is told
 * to end. Its producer waits for brokers as long as it takes, and keeps order.
 */
final class EventStream implements AutoCloseable {

  private static final int BURST = 25;
  private static final int PAUSE_MS = 50;
  private static final int DIALOGUES = 300;

  private final String topic;
  private final Conversations conversations = Conversations.of(1, DIALOGUES);
  private final List<ProducerRecord<byte[], byte[]>> poison = new ArrayList<>();
  private final KafkaProducer<byte[], byte[]> producer;
  private final AtomicLong sent = new AtomicLong();
  private final AtomicLong acknowledged = new AtomicLong();
  private final CompletableFuture<Void> sending = new CompletableFuture<>();
  private volatile boolean goesOn = true;

  EventStream(String bootstrapServers, String topic) {
    this.topic = topic;
    this.producer =
        new KafkaProducer<>(
            Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "acks",
                "all",
                "linger.ms",
                5,
                "request.timeout.ms",
                TestBed.REQUEST_TIMEOUT_MS,
                "max.block.ms",
                1_200_000,
                "delivery.timeout.ms",
                1_200_000),
            new ByteArraySerializer(),
            new ByteArraySerializer());
  }

  /** Begins to send. */
  void start() {
    Thread thread = new Thread(this::send, "events");
    thread.setDaemon(true);
    thread.start();
  }

  private void send() {
    try {
      while (goesOn) {
        List<Line> lines = conversations.next(BURST);
        lines.forEach(line -> send(line.record(topic)));
        ProducerRecord<byte[], byte[]> textless = textless(lines.get(0));
        poison.add(textless);
        send(textless);
        TimeUnit.MILLISECONDS.sleep(PAUSE_MS);
      }
      producer.flush();
      sending.complete(null);
    } catch (InterruptedException | RuntimeException e) {
      sending.completeExceptionally(e);
    }
  }

  private ProducerRecord<byte[], byte[]> textless(Line line) {
    return new ProducerRecord<>(
        topic, line.dialogue().getBytes(UTF_8), ("{\"poison\":" + line.id() + "}").getBytes(UTF_8));
  }

  private void send(ProducerRecord<byte[], byte[]> record) {
    sent.incrementAndGet();
    Future<RecordMetadata> unused =
        producer.send(
            record,
            (place, failure) -> {
              if (failure == null) {
                acknowledged.incrementAndGet();
              } else {
                sending.completeExceptionally(failure);
              }
            });
  }

  /** Returns how many events have been sent until now. */
  long sent() {
    return sent.get();
  }

  /** Says whether more is to come. */
  boolean goesOn() {
    return goesOn;
  }

  /** Waits until the brokers have acknowledged that many. */
  void awaitAcknowledged(long events) throws Exception {
    Condition acknowledges = () -> acknowledged.get() >= events || sending.isDone();
    acknowledges.await(events + " events acknowledged");
    if (sending.isDone()) {
      sending.get();
    }
  }

  /** Ends the stream, and waits until the brokers have acknowledged all of it. */
  void end() throws Exception {
    goesOn = false;
    sending.get();
    awaitAcknowledged(sent.get());
  }

  /** Returns the dialogues, once the stream has ended. */
  Conversations conversations() {
    return conversations;
  }

  /** Returns the events without text, in the order in which they were sent. */
  List<ProducerRecord<byte[], byte[]>> poison() {
    return List.copyOf(poison);
  }

  @Override
  public void close() {
    goesOn = false;
    producer.close(Duration.ZERO);
  }
}
