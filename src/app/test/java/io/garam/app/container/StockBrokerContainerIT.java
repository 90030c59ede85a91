package io.garam.app.container;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.garam.nlu.Intent;
import io.garam.nlu.inference.IntentClassifier;
import io.garam.nlu.io.Json;
import io.garam.streams.Tagger;
import io.garam.streams.config.GaramConfig;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.testcontainers.kafka.KafkaContainer;

/** The tagger of this build on a stock broker: the round trip of a few utterances. */
@EnabledIf("io.garam.app.container.DockerEngine#answers")
final class StockBrokerContainerIT {

  private static final Path MODEL = Path.of("../../models/korean-intention");
  private static final List<String> TEXTS = List.of("내일 일정 알려줘", "오늘 비 온대?", "그걸 누가 몰라", "다섯 시 반");

  @Test
  void eachUtteranceComesBackWithTheIntentOfTheClassifier() throws Exception {
    try (KafkaContainer kafka =
        new KafkaContainer("apache/kafka:" + System.getProperty("kafka.version"))) {
      kafka.start();
      StockClient client = new StockClient(kafka.getBootstrapServers());
      client.createTopics("utterances", "intents", "utterances-dead-letters");
      try (Tagger tagger =
          Tagger.start(
              GaramConfig.of(
                  Map.of(
                      "bootstrap.servers",
                      kafka.getBootstrapServers(),
                      GaramConfig.MODEL,
                      MODEL.toString())))) {
        tagger.awaitRunning(Duration.ofMinutes(1));
        client.write(
            "utterances",
            TEXTS.stream().map(text -> Map.entry("d-1", "{\"text\":\"" + text + "\"}")).toList());
        assertTagged(client.read("intents", TEXTS.size()));
      }
    }
  }

  private static void assertTagged(List<ConsumerRecord<String, String>> tagged) throws Exception {
    try (IntentClassifier classifier = IntentClassifier.load(MODEL)) {
      List<Intent> expected = classifier.classify(TEXTS);
      assertThat(tagged).hasSameSizeAs(TEXTS);
      for (int i = 0; i < tagged.size(); i++) {
        JsonNode event = Json.MAPPER.readTree(tagged.get(i).value());
        assertThat(event.path("text").asText()).isEqualTo(TEXTS.get(i));
        assertThat(event.at("/intent/label").asText()).isEqualTo(expected.get(i).label());
      }
    }
  }
}
