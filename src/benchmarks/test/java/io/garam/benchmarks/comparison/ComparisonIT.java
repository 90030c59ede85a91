package io.garam.benchmarks.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.garam.benchmarks.MeasurementCommand;
import io.garam.benchmarks.processor.ThreadKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole comparison with few events, each pipeline in its process, but for Flink. */
final class ComparisonIT {

  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void everyPipelineIsVerifiedMeasuredAndWrittenDown(@TempDir Path folder) throws IOException {
    int exit =
        MeasurementCommand.execute(
            new Comparison(),
            new String[] {
              "--parts", "pipelines",
              "--models", "../../models/korean-dialogue-act",
              "--events", "400",
              "--rounds", "1",
              "--repeats", "0",
              "--heap", "512m",
              "--out", folder.toString()
            });

    assertThat(exit).as("all output was verified").isZero();
    List<JsonNode> lines =
        JSON.readerFor(JsonNode.class)
            .<JsonNode>readValues(folder.resolve("bench.jsonl").toFile())
            .readAll();
    assertThat(lines)
        .extracting(line -> line.path("pipeline").asText())
        .containsExactly(
            "bytes copied",
            "JSON copied",
            "ONNX per record, korean-dialogue-act",
            "Garam, korean-dialogue-act, utterances alone",
            "Garam, korean-dialogue-act, dialogues");
    assertThat(lines)
        .allSatisfy(
            line -> {
              assertThat(line.path("events").asInt()).isEqualTo(400);
              assertThat(line.path("warmRate").asDouble()).isPositive();
              assertThat(line.path("wholeMicros").asDouble()).isPositive();
              assertThat(line.path("firstSeconds").asDouble()).isPositive();
              assertThat(line.path("warmMicros")).hasSize(ThreadKind.values().length);
            });
    assertThat(lines.get(2).path("warmMicros").path("WORK").asDouble())
        .as("the model's time is that of threads that work")
        .isPositive();
    assertThat(Files.readString(folder.resolve("bench.svg"))).contains("JSON copied");
  }
}
