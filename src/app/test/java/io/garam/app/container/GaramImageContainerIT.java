package io.garam.app.container;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.garam.nlu.io.Json;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.images.builder.ImageFromDockerfile;
import org.testcontainers.kafka.KafkaContainer;

/** Garam's own image on a stock broker. */
@EnabledIf("io.garam.app.container.DockerEngine#answers")
final class GaramImageContainerIT {

  private static final String MODEL = "/opt/garam/models/korean-intention";

  private static Network network;
  private static KafkaContainer kafka;
  private static GenericContainer<?> garam;

  @BeforeAll
  static void start() {
    network = Network.newNetwork();
    kafka =
        new KafkaContainer("apache/kafka:" + System.getProperty("kafka.version"))
            .withNetwork(network)
            .withListener("kafka:19092");
    kafka.start();
    garam =
        new GenericContainer<>(
                new ImageFromDockerfile().withFileFromPath(".", Path.of("target/image")))
            .withNetwork(network)
            .withCommand(
                "run",
                "--bootstrap-server=kafka:19092",
                "--model=" + MODEL,
                "--create-topics",
                "--config=garam.management.listener=0.0.0.0:7878")
            .withExposedPorts(7878)
            // As docker-compose.yml has it.
            .withTmpFs(Map.of("/tmp", "exec"))
            .withCreateContainerCmdModifier(
                command -> Objects.requireNonNull(command.getHostConfig()).withReadonlyRootfs(true))
            .waitingFor(Wait.forLogMessage("Tagging .*\\n", 1));
    garam.start();
  }

  @AfterAll
  static void stop() {
    garam.stop();
    kafka.stop();
    network.close();
  }

  @Test
  void tagsWhatAStockClientWrites() throws Exception {
    StockClient client = new StockClient(kafka.getBootstrapServers());
    client.write(
        "utterances",
        List.of(
            Map.entry("d-1", "{\"dialogueId\":\"d-1\",\"text\":\"내일 일정 알려줘\",\"extra\":1.50}"),
            Map.entry("d-1", "not an event"),
            Map.entry("d-1", "{\"dialogueId\":\"d-1\",\"text\":\"몇 시에 만날까\"}")));

    List<ConsumerRecord<String, String>> intents = client.read("intents", 2);
    assertThat(intents).extracting(ConsumerRecord::key).containsExactly("d-1", "d-1");
    assertThat(intents.get(0).value()).contains("\"extra\":1.50");
    for (ConsumerRecord<String, String> tagged : intents) {
      JsonNode intent = Json.MAPPER.readTree(tagged.value()).path("intent");
      assertThat(intent.path("label").asText()).isNotBlank();
      assertThat(intent.path("model").path("name").asText()).isEqualTo("korean-intention");
    }
    assertThat(client.read("utterances-dead-letters", 1))
        .extracting(ConsumerRecord::value)
        .containsExactly("not an event");
  }

  @Test
  void isAskedHowItIsFromInsideAndFromOutside() throws Exception {
    URI port = URI.create("http://" + garam.getHost() + ":" + garam.getMappedPort(7878));
    HttpResponse<String> ready =
        HttpClient.newHttpClient()
            .send(HttpRequest.newBuilder(port.resolve("/ready")).build(), BodyHandlers.ofString());
    assertThat(ready.statusCode()).as(ready.body()).isEqualTo(200);
    var health =
        garam.execInContainer(
            "java", "-cp", "/opt/garam/classes:/opt/garam/lib/*", "io.garam.app.Garam", "health");
    assertThat(health.getExitCode()).as(health.getStderr()).isZero();
    assertThat(health.getStdout()).contains("\"live\":true");
  }

  @Test
  void holdsNeitherTheTrainingLibraryNorABrokerAndIsNotRoot() throws Exception {
    String libraries = garam.execInContainer("ls", "/opt/garam/lib").getStdout();
    assertThat(libraries)
        .contains("garam-app", "kafka-streams", "picocli")
        .doesNotContain("pytorch", "openblas", "kafka_2.13", "scala", "kafka-server", "kafka-raft");
    assertThat(garam.execInContainer("id", "-u").getStdout().strip()).isEqualTo("10001");
  }

  @Test
  void saysThatItBringsNoBroker() throws Exception {
    var run =
        garam.execInContainer(
            "java",
            "-cp",
            "/opt/garam/classes:/opt/garam/lib/*",
            "io.garam.app.Garam",
            "run",
            "--embedded",
            "--model",
            MODEL);
    assertThat(run.getExitCode()).isEqualTo(1);
    assertThat(run.getStderr()).contains("embedded broker").doesNotContain("\tat ");
  }
}
