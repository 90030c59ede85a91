package io.garam.benchmarks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.garam.app.broker.EmbeddedBroker;
import io.garam.nlu.Json;
import io.garam.streams.Tagger;
import io.garam.streams.config.GaramConfig;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * What batching at the poll is worth to the whole stream: exactly-once, two threads, four
 * partitions, the broker in the same JVM, from a backlog.
 */
final class TaggerThroughput {

  private static final int EVENTS = 60_000;
  private static final String INPUT = "utterances";

  private TaggerThroughput() {}

  static void measure(Path model) throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.startTemporary()) {
      fill(broker.bootstrapServers());
      new Medians()
          .variant("one record a poll", () -> rate(broker.bootstrapServers(), model, 1))
          .variant("up to 2000 records a poll", () -> rate(broker.bootstrapServers(), model, 2000))
          .print("Tagger on an embedded broker, events:");
    }
  }

  private static void fill(String bootstrapServers) throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
      admin.createTopics(List.of(new NewTopic(INPUT, 4, (short) 1))).all().get();
    }
    List<String> texts = Utterances.texts();
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", bootstrapServers, "linger.ms", 20),
            new StringSerializer(),
            new StringSerializer())) {
      for (int i = 0; i < EVENTS; i++) {
        ObjectNode event = Json.MAPPER.createObjectNode();
        event.put("dialogueId", "d-" + i % 97).put("text", texts.get(i % texts.size()));
        var unused = producer.send(new ProducerRecord<>(INPUT, "d-" + i % 97, event.toString()));
      }
      producer.flush();
    }
  }

  /** Tags the whole backlog and returns events in a second, from the first one on. */
  private static double rate(String bootstrapServers, Path model, int records) throws Exception {
    String run = UUID.randomUUID().toString();
    Map<String, Object> settings = new HashMap<>();
    settings.put("bootstrap.servers", bootstrapServers);
    settings.put("application.id", run);
    settings.put("num.stream.threads", 2);
    settings.put("auto.offset.reset", "earliest");
    settings.put(GaramConfig.MODEL, model.toString());
    settings.put(GaramConfig.OUTPUT_TOPIC, "intents-" + run);
    settings.put(GaramConfig.DEAD_LETTER_TOPIC, "dead-letters-" + run);
    settings.put(GaramConfig.CREATE_TOPICS, true);
    settings.put(GaramConfig.BATCH_MAX_RECORDS, records);
    try (Tagger tagger = Tagger.start(GaramConfig.of(settings))) {
      long before = await(tagger, 1);
      long start = System.nanoTime();
      long after = await(tagger, EVENTS);
      return (after - before) * 1e9 / (System.nanoTime() - start);
    }
  }

  private static long await(Tagger tagger, long events) throws InterruptedException {
    while (tagger.statistics().counts().tagged() < events) {
      tagger.awaitEnd(Duration.ZERO);
      TimeUnit.MILLISECONDS.sleep(1);
    }
    return tagger.statistics().counts().tagged();
  }
}
