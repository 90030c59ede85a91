package io.garam.benchmarks.load;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.garam.nlu.Utterance;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Topic of events, numbered from 0, of dialogues that go on in turn, each with a user and a system
 * in turn.
 *
 * @param keyed whether the key of a record is its dialogue; it has none otherwise
 */
public record EventTopic(String name, Texts texts, int events, boolean keyed) {

  /** Of every topic that a pipeline reads or writes. */
  public static final int PARTITIONS = 4;

  /** Live at once. */
  public static final int DIALOGUES = 200;

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Creates the topic and fills it, each partition with as many events as every other. */
  public void fill(String bootstrapServers) throws InterruptedException, ExecutionException {
    create(bootstrapServers, name);
    Map<String, Object> settings =
        Map.of("bootstrap.servers", bootstrapServers, "linger.ms", 20, "batch.size", 65_536);
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
      for (int event = 0; event < events; event++) {
        var unused = producer.send(record(event));
      }
      producer.flush();
    }
  }

  /** Creates a topic that is like those of events. */
  public static void create(String bootstrapServers, String name)
      throws InterruptedException, ExecutionException {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
      admin.createTopics(List.of(new NewTopic(name, PARTITIONS, (short) 1))).all().get();
    }
  }

  /** Returns the record of an event, without a time. */
  public ProducerRecord<String, String> record(int event) {
    String json =
        JSON.createObjectNode()
            .put("id", event)
            .put("dialogueId", dialogue(event))
            .put("speaker", speaker(event))
            .put("text", texts.of(event))
            .toString();
    return new ProducerRecord<>(
        name, event % DIALOGUES % PARTITIONS, keyed ? dialogue(event) : null, json);
  }

  /** Returns what a model is asked of an event. */
  public Utterance utterance(int event) {
    String text = texts.of(event);
    return keyed
        ? new Utterance(text, dialogue(event), speaker(event))
        : new Utterance(text, null, speaker(event));
  }

  private static String dialogue(int event) {
    return "d-" + event % DIALOGUES;
  }

  private static String speaker(int event) {
    return event / DIALOGUES % 2 == 0 ? "user" : "system";
  }
}
