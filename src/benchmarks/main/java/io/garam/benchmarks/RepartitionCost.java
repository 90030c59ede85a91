package io.garam.benchmarks;

import io.garam.app.broker.EmbeddedBroker;
import io.garam.streams.Tagger;
import io.garam.streams.config.GaramConfig;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * What the repartition of {@code garam.dialogue.pointer} costs: events a second from a backlog, and
 * how long one event takes from its producer to a reader of what is committed. Exactly-once, two
 * threads, four partitions, the broker in the same JVM.
 */
public final class RepartitionCost {

  private static final int EVENTS = 50_000;
  private static final int DIALOGUES = 97;

  /** Few enough that none waits for another. */
  private static final int SINGLE_EVENTS = 500;

  private static final Duration PAUSE = Duration.ofMillis(20);
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private RepartitionCost() {}

  /**
   * Measures with the repartition and without.
   *
   * @param args the model bundle to measure with
   */
  public static void main(String[] args) throws Exception {
    Path model = Path.of(args[0]);
    try (EmbeddedBroker broker = EmbeddedBroker.startTemporary()) {
      Backlog backlog = Backlog.fill(broker.bootstrapServers(), EVENTS, DIALOGUES);
      new Medians()
          .variant("the key is the dialogue", () -> backlog.rate(settings(backlog, model, "")))
          .variant(
              "garam.dialogue.pointer", () -> backlog.rate(settings(backlog, model, "/dialogueId")))
          .printWithProcessorTime("Tagger on an embedded broker, events:", EVENTS);
      for (String pointer : List.of("", "/dialogueId")) {
        Backlog empty = Backlog.fill(broker.bootstrapServers(), 0, 1);
        latency(pointer, empty, settings(empty, model, pointer));
      }
    }
  }

  private static Map<String, Object> settings(Backlog backlog, Path model, String pointer) {
    Map<String, Object> settings = backlog.settings(model);
    settings.put(GaramConfig.DIALOGUE_POINTER, pointer);
    return settings;
  }

  private static void latency(String pointer, Backlog topics, Map<String, Object> settings)
      throws Exception {
    Map<String, Object> clients = new HashMap<>();
    clients.put("bootstrap.servers", topics.bootstrapServers());
    clients.put("isolation.level", "read_committed");
    clients.put("auto.offset.reset", "earliest");
    List<Long> millis = new ArrayList<>();
    try (Tagger tagger = Tagger.start(GaramConfig.of(settings));
        KafkaProducer<String, String> producer =
            new KafkaProducer<>(
                Map.of("bootstrap.servers", topics.bootstrapServers()),
                new StringSerializer(),
                new StringSerializer());
        KafkaConsumer<String, String> consumer =
            new KafkaConsumer<>(clients, new StringDeserializer(), new StringDeserializer())) {
      tagger.awaitRunning(PATIENCE);
      String output = String.valueOf(settings.get(GaramConfig.OUTPUT_TOPIC));
      consumer.assign(
          consumer.partitionsFor(output).stream()
              .map(one -> new TopicPartition(output, one.partition()))
              .toList());
      Thread sender = new Thread(() -> send(producer, topics.topic()), "sender");
      sender.start();
      long deadline = System.nanoTime() + PATIENCE.toNanos();
      while (millis.size() < SINGLE_EVENTS && System.nanoTime() < deadline) {
        consumer
            .poll(Duration.ofMillis(5))
            .forEach(record -> millis.add(System.currentTimeMillis() - record.timestamp()));
      }
      sender.join();
    }
    millis.sort(null);
    System.out.printf(
        Locale.ROOT,
        "garam.dialogue.pointer=%s: %d events one by one, median %d ms, 95th percentile %d ms%n",
        pointer,
        millis.size(),
        millis.get(millis.size() / 2),
        millis.get(millis.size() * 95 / 100));
  }

  private static void send(KafkaProducer<String, String> producer, String topic) {
    try {
      for (int i = 0; i < SINGLE_EVENTS; i++) {
        String dialogue = "d-" + i % DIALOGUES;
        var unused =
            producer.send(
                new ProducerRecord<>(
                    topic, dialogue, "{\"dialogueId\":\"" + dialogue + "\",\"text\":\"네\"}"));
        TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
