package io.garam.app.demo;

import io.garam.streams.config.GaramConfig;
import java.nio.file.Path;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;

/** The settings of the demo's tagger: its topics, and brokers that have just begun. */
final class DemoSettings {

  static final String INPUT = "utterances";
  static final String OUTPUT = "intents";
  static final String DEAD_LETTERS = "utterances-dead-letters";

  /**
   * A broker still busy with the first batch of a topic just made refuses the next, has it sent
   * again, and logs an error each time: nothing is lost, and it looks as if it were.
   */
  private static final int ONE_AT_A_TIME = 1;

  private DemoSettings() {}

  /**
   * @param model the folder of the model bundle
   */
  static GaramConfig of(String bootstrapServers, Path model) {
    return GaramConfig.of(
        Map.of(
            StreamsConfig.BOOTSTRAP_SERVERS_CONFIG,
            bootstrapServers,
            StreamsConfig.APPLICATION_ID_CONFIG,
            "garam-demo",
            GaramConfig.MODEL,
            model.toString(),
            GaramConfig.INPUT_TOPIC,
            INPUT,
            GaramConfig.OUTPUT_TOPIC,
            OUTPUT,
            GaramConfig.DEAD_LETTER_TOPIC,
            DEAD_LETTERS,
            GaramConfig.CREATE_TOPICS,
            true,
            StreamsConfig.producerPrefix(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION),
            ONE_AT_A_TIME));
  }
}
