package io.garam.app.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.core.message.Encoding;
import io.cloudevents.jackson.JsonFormat;
import io.cloudevents.kafka.CloudEventDeserializer;
import io.cloudevents.kafka.CloudEventSerializer;
import io.garam.app.broker.SharedBroker;
import io.garam.nlu.bundle.ModelBundle;
import io.garam.nlu.io.Json;
import io.garam.streams.Tagger;
import io.garam.streams.config.GaramConfig;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Events of shapes other than Garam's own, from topic to topic. */
class EventShapesIT {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String KOREAN = "../../models/korean-intention";
  private static final String ENGLISH = "../../models/english-assistant";

  @RegisterExtension static final SharedBroker broker = new SharedBroker();

  private final Cluster cluster = new Cluster(broker.bootstrapServers());

  private Map<String, String> settings(String... keysAndValues) {
    Map<String, String> settings = cluster.settings();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      settings.put(keysAndValues[i], keysAndValues[i + 1]);
    }
    return settings;
  }

  private static String digest(String model) {
    return ModelBundle.read(Path.of(model)).spec().reference().digest();
  }

  @Test
  void taggersChain() throws Exception {
    Cluster second = new Cluster(broker.bootstrapServers());
    Map<String, String> first = settings(GaramConfig.INTENT_POINTER, "/nlu/korean");
    Map<String, String> next = second.settings();
    next.put(GaramConfig.MODEL, ENGLISH);
    next.put(GaramConfig.INPUT_TOPIC, cluster.outputTopic());
    next.put(GaramConfig.INTENT_POINTER, "/nlu/english");
    Map<String, String> same = new Cluster(broker.bootstrapServers()).settings();
    same.put(GaramConfig.INPUT_TOPIC, second.outputTopic());
    same.put(GaramConfig.INTENT_POINTER, "/nlu/english");
    List<byte[]> events =
        IntStream.range(0, 200)
            .mapToObj(i -> ("{\"text\":\"hello " + i + "\" ,\"nlu\": {}}").getBytes(UTF_8))
            .toList();
    try (Tagger one = Tagger.start(GaramConfig.of(first));
        Tagger two = Tagger.start(GaramConfig.of(next));
        Tagger three = Tagger.start(GaramConfig.of(same))) {
      cluster.send(events);
      List<ConsumerRecord<byte[], byte[]>> outputs =
          cluster.read(second.outputTopic(), events.size(), PATIENCE);
      assertThat(outputs).hasSize(events.size());
      for (ConsumerRecord<byte[], byte[]> output : outputs) {
        JsonNode nlu = Json.MAPPER.readTree(output.value()).get("nlu");
        assertThat(nlu.at("/korean/model/digest").textValue()).isEqualTo(digest(KOREAN));
        assertThat(nlu.at("/english/model/digest").textValue()).isEqualTo(digest(ENGLISH));
        assertThat(new String(output.value(), UTF_8)).matches("\\{\"text\":\"hello \\d+\" ,.*");
      }
      List<ConsumerRecord<byte[], byte[]>> letters =
          cluster.read(same.get(GaramConfig.DEAD_LETTER_TOPIC), events.size(), PATIENCE);
      assertThat(letters)
          .as("a third of the same pointer overwrites nothing")
          .hasSize(events.size())
          .allSatisfy(
              letter ->
                  assertThat(letter.headers().lastHeader("garam.dead.letter.reason").value())
                      .asString(UTF_8)
                      .isEqualTo("intent-exists"));
      assertThat(one.statistics().counts().deadLetters()).isZero();
      assertThat(two.statistics().counts().deadLetters()).isZero();
      assertThat(three.statistics().counts().tagged()).isZero();
    }
  }

  private List<ConsumerRecord<byte[], byte[]>> tagged(
      Map<String, String> settings, List<ProducerRecord<byte[], byte[]>> records) throws Exception {
    cluster.createTopics();
    cluster.sendRecords(records);
    try (Tagger tagger = Tagger.start(GaramConfig.of(settings))) {
      List<ConsumerRecord<byte[], byte[]>> outputs =
          cluster.read(cluster.outputTopic(), records.size(), PATIENCE);
      assertThat(outputs).hasSize(records.size());
      assertThat(tagger.statistics().counts().taggedAlone()).isZero();
      return outputs;
    }
  }

  @Test
  void aValueMayBeTheTextItself() throws Exception {
    List<ConsumerRecord<byte[], byte[]>> outputs =
        tagged(
            settings(GaramConfig.INPUT_FORMAT, GaramConfig.TEXT),
            List.of(
                new ProducerRecord<>(
                    cluster.inputTopic(), "d".getBytes(UTF_8), "{내일} \"일정\"".getBytes(UTF_8))));
    JsonNode event = Json.MAPPER.readTree(outputs.get(0).value());
    assertThat(event.get("text").textValue()).isEqualTo("{내일} \"일정\"");
    assertThat(event.at("/intent/model/digest").textValue()).isEqualTo(digest(KOREAN));
    assertThat(outputs.get(0).key()).asString(UTF_8).isEqualTo("d");
  }

  private static CloudEvent cloudEvent() {
    return CloudEventBuilder.v1()
        .withId("42")
        .withSource(URI.create("/chats/7"))
        .withType("chat.message")
        .withTime(OffsetDateTime.parse("2026-11-26T12:00:00Z"))
        .withExtension("tenant", "shop")
        .withData("application/json", "{\"text\":\"내일 일정 알려줘\"}".getBytes(UTF_8))
        .build();
  }

  /** Writes an event as a producer with the SDK's serializer does. */
  private ProducerRecord<byte[], byte[]> record(Encoding encoding) {
    try (CloudEventSerializer serializer = new CloudEventSerializer()) {
      serializer.configure(
          Map.of(
              CloudEventSerializer.ENCODING_CONFIG,
              encoding,
              CloudEventSerializer.EVENT_FORMAT_CONFIG,
              JsonFormat.CONTENT_TYPE),
          false);
      RecordHeaders headers = new RecordHeaders();
      byte[] value = serializer.serialize(cluster.inputTopic(), headers, cloudEvent());
      return new ProducerRecord<>(cluster.inputTopic(), null, "7".getBytes(UTF_8), value, headers);
    }
  }

  private static void assertTagged(ConsumerRecord<byte[], byte[]> output) throws Exception {
    try (CloudEventDeserializer deserializer = new CloudEventDeserializer()) {
      CloudEvent event = deserializer.deserialize(output.topic(), output.headers(), output.value());
      CloudEvent sent = cloudEvent();
      assertThat(event.getAttributeNames()).isEqualTo(sent.getAttributeNames());
      for (String attribute : sent.getAttributeNames()) {
        assertThat(event.getAttribute(attribute)).isEqualTo(sent.getAttribute(attribute));
      }
      assertThat(event.getExtension("tenant")).isEqualTo("shop");
      JsonNode data =
          Json.MAPPER.readTree(Objects.requireNonNull(event.getData(), "data").toBytes());
      assertThat(data.get("text").textValue()).isEqualTo("내일 일정 알려줘");
      assertThat(data.at("/intent/model/digest").textValue()).isEqualTo(digest(KOREAN));
    }
  }

  @Test
  void aCloudEventInBinaryModeKeepsItsAttributesAndItsDataIsTagged() throws Exception {
    ProducerRecord<byte[], byte[]> record = record(Encoding.BINARY);
    assertThat(record.headers().lastHeader("ce_id").value()).asString(UTF_8).isEqualTo("42");
    assertTagged(tagged(settings(), List.of(record)).get(0));
  }

  @Test
  void aCloudEventInStructuredModeIsTaggedWithinItsData() throws Exception {
    ProducerRecord<byte[], byte[]> record = record(Encoding.STRUCTURED);
    assertThat(record.headers().lastHeader("content-type").value())
        .asString(UTF_8)
        .isEqualTo("application/cloudevents+json");
    Map<String, String> settings =
        settings(
            GaramConfig.TEXT_POINTER, "/data/text", GaramConfig.INTENT_POINTER, "/data/intent");
    assertTagged(tagged(settings, List.of(record)).get(0));
  }
}
