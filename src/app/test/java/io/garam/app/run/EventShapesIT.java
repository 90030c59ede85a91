package io.garam.app.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.garam.app.broker.SharedBroker;
import io.garam.nlu.bundle.ModelBundle;
import io.garam.nlu.io.Json;
import io.garam.streams.Tagger;
import io.garam.streams.config.GaramConfig;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
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
}
