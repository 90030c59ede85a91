package io.garam.benchmarks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.garam.nlu.io.Json;
import io.garam.streams.Tagger;
import io.garam.streams.config.GaramConfig;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Backlog: a topic of four partitions full of events, and taggers of two threads that work it off
 * under exactly-once.
 *
 * @param events how many there are
 */
public record Backlog(String bootstrapServers, String topic, int events) {

  private static final int PARTITIONS = 4;

  /**
   * Fills a new topic. The dialogues go on in turn, each with a user and a system in turn.
   *
   * @param dialogues how many are open at once
   */
  public static Backlog fill(String bootstrapServers, int events, int dialogues) throws Exception {
    String topic = "utterances-" + UUID.randomUUID();
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
      admin.createTopics(List.of(new NewTopic(topic, PARTITIONS, (short) 1))).all().get();
    }
    List<String> texts = Utterances.texts();
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", bootstrapServers, "linger.ms", 20),
            new StringSerializer(),
            new StringSerializer())) {
      for (int i = 0; i < events; i++) {
        String dialogue = "d-" + i % dialogues;
        ObjectNode event = Json.MAPPER.createObjectNode();
        event
            .put("dialogueId", dialogue)
            .put("utteranceId", dialogue + "-" + i)
            .put("speaker", i / dialogues % 2 == 0 ? "user" : "system")
            .put("text", texts.get(i % texts.size()));
        var unused = producer.send(new ProducerRecord<>(topic, dialogue, event.toString()));
      }
      producer.flush();
    }
    return new Backlog(bootstrapServers, topic, events);
  }

  /** Returns the settings of a tagger that begins with the first event, under a name of its own. */
  public Map<String, Object> settings(Object model) {
    String run = UUID.randomUUID().toString();
    Map<String, Object> settings = new HashMap<>();
    settings.put("bootstrap.servers", bootstrapServers);
    settings.put("application.id", run);
    settings.put("num.stream.threads", 2);
    settings.put("auto.offset.reset", "earliest");
    settings.put(GaramConfig.MODEL, model.toString());
    settings.put(GaramConfig.INPUT_TOPIC, topic);
    settings.put(GaramConfig.OUTPUT_TOPIC, "intents-" + run);
    settings.put(GaramConfig.DEAD_LETTER_TOPIC, "dead-letters-" + run);
    settings.put(GaramConfig.CREATE_TOPICS, true);
    return settings;
  }

  /** Tags all of it and returns events in a second, from the first one on. */
  public double rate(Map<String, Object> settings) throws Exception {
    try (Tagger tagger = Tagger.start(GaramConfig.of(settings))) {
      return rate(tagger);
    }
  }

  /** Lets a tagger that was just started tag all of it; returns events in a second. */
  double rate(Tagger tagger) throws Exception {
    return rateOf(tagger).until(events);
  }

  /** Waits until so many are tagged; returns how many are. */
  public static long await(Tagger tagger, long tagged) throws Exception {
    return rateOf(tagger).await(tagged);
  }

  private static TaggingRate rateOf(Tagger tagger) {
    return new TaggingRate(tagger.statistics(), () -> tagger.awaitEnd(Duration.ZERO));
  }
}
