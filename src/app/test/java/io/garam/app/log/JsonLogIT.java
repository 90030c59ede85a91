package io.garam.app.log;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.garam.app.Garam;
import io.garam.app.GaramProcess;
import io.garam.nlu.io.Json;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Standard error as what collects logs reads it. */
class JsonLogIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static GaramProcess start(String... arguments) throws Exception {
    // Not the configuration of the tests.
    List<String> java = GaramProcess.java(Garam.class, "-Dlogback.configurationFile=logback.xml");
    return GaramProcess.start(java, List.of(arguments), Map.of("GARAM_LOG_FORMAT", "json"));
  }

  private static List<JsonNode> events(GaramProcess process) throws Exception {
    return process.errors().lines().map(JsonLogIT::parse).toList();
  }

  private static JsonNode parse(String line) {
    try {
      return Json.MAPPER.readTree(line);
    } catch (JsonProcessingException e) {
      throw new AssertionError("no JSON: " + line, e);
    }
  }

  @Test
  void allThatATaggerSaysIsOneObjectALine() throws Exception {
    try (GaramProcess demo = start("demo", "--rate=500", "--model=../../models/korean-intention")) {
      assertThat(demo.awaitEnd(PATIENCE)).as(demo.errors()).isZero();
      assertThat(events(demo))
          .anySatisfy(
              event -> {
                assertThat(event.path("level").asText()).isEqualTo("INFO");
                assertThat(event.path("loggerName").asText()).isEqualTo("io.garam.command");
                assertThat(event.path("formattedMessage").asText()).startsWith("Starting an");
              });
    }
  }

  @Test
  void wrongUsageIsAnErrorToo() throws Exception {
    try (GaramProcess nonsense = start("health", "--url=ftp://x")) {
      assertThat(nonsense.awaitEnd(PATIENCE)).isEqualTo(2);
      assertThat(events(nonsense))
          .singleElement()
          .satisfies(event -> assertThat(event.path("level").asText()).isEqualTo("ERROR"));
    }
  }

  @Test
  void theSentenceWithWhichACommandFailsIsAnError() throws Exception {
    try (GaramProcess run =
        start(
            "run",
            "--bootstrap-server=127.0.0.1:1",
            "--model=../../models/korean-intention",
            "--config=garam.connect.timeout.ms=500",
            "--config=garam.management.listener=off")) {
      assertThat(run.awaitEnd(PATIENCE)).isOne();
      assertThat(run.output()).isEmpty();
      assertThat(events(run))
          .last()
          .satisfies(
              event -> {
                assertThat(event.path("level").asText()).isEqualTo("ERROR");
                assertThat(event.path("formattedMessage").asText()).startsWith("Expected ");
              });
    }
  }
}
