package io.garam.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.garam.streams.IntentTagging;
import io.garam.streams.config.GaramConfig;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.TopologyTestDriver;
import org.junit.jupiter.api.Test;

class OwnTopologyIT {

  private static final GaramConfig CONFIG =
      GaramConfig.of(
          Map.of(
              GaramConfig.MODEL,
              "../../models/korean-intention",
              "bootstrap.servers",
              "unused:1",
              "application.id",
              "routing"));

  private static List<String> values(TopologyTestDriver driver, String topic) {
    return driver
        .createOutputTopic(topic, new StringDeserializer(), new StringDeserializer())
        .readValuesToList();
  }

  @Test
  void questionsHaveATopicOfTheirOwnAndWhatIsNoJsonIsADeadLetter() {
    try (IntentTagging tagging = IntentTagging.load(CONFIG);
        TopologyTestDriver driver =
            new TopologyTestDriver(OwnTopology.topology(tagging), tagging.properties())) {
      var utterances =
          driver.createInputTopic("utterances", new StringSerializer(), new StringSerializer());
      utterances.pipeInput("d1", "{\"text\":\"내일 몇 시에 만날까?\"}");
      utterances.pipeInput("d1", "{\"text\":\"문 좀 닫아 줘.\"}");
      utterances.pipeInput("d1", "no JSON");

      assertThat(values(driver, "questions"))
          .singleElement()
          .asString()
          .startsWith("{\"text\":\"내일 몇 시에 만날까?\",\"intent\":{\"label\":\"question\"");
      assertThat(values(driver, "utterances-dead-letters")).containsExactly("no JSON");
      assertThat(tagging.statistics().counts().tagged()).isEqualTo(2);
    }
  }
}
