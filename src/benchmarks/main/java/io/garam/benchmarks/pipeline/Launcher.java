package io.garam.benchmarks.pipeline;

import io.garam.app.Garam;
import io.garam.streams.config.GaramConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Launcher of pipelines: each in a process of its own, with the same heap and guarantees.
 *
 * @param flink the class path of Flink's, null where there is none
 * @param garam the program that users start Garam with, null for the classes of this JVM
 * @param work a folder for settings and logs
 */
public record Launcher(
    String bootstrapServers, String heap, @Nullable String flink, @Nullable Path garam, Path work) {

  /** By this name threads are known to be those of Kafka Streams. */
  private static final String CLIENT = "bench";

  /** As long as the others try, also on a machine that is busy. */
  private static final String CONNECT_MS = "60000";

  private static final String FREE_PORT = "127.0.0.1:0";

  private static final String FLINK_MAIN = "io.garam.benchmarks.flink.FlinkPipeline";

  /** What Flink's serializers ask for on Java 17. */
  private static final List<String> FLINK_OPTIONS =
      List.of("--add-opens=java.base/java.util=ALL-UNNAMED");

  /**
   * Starts a pipeline with all its instances.
   *
   * @param output the topic that it writes to
   * @param group its application or group id, by which its progress is known
   */
  public PipelineProcess start(ComparedPipeline pipeline, String output, String group)
      throws IOException {
    List<ProcessBuilder> instances = new ArrayList<>();
    for (int instance = 1; instance <= pipeline.instances(); instance++) {
      Map<String, String> settings = settings(pipeline, output, group);
      String name = group + "-" + instance;
      settings.put("state.dir", work.resolve(name).toString());
      ProcessBuilder builder =
          new ProcessBuilder(command(pipeline, output, write(name + ".properties", settings)));
      builder.environment().put("GARAM_JAVA_OPTS", "-Xmx" + heap);
      instances.add(builder);
    }
    return PipelineProcess.start(instances, work.resolve(group + ".log"));
  }

  private List<String> command(ComparedPipeline pipeline, String output, Path settings) {
    JavaCommand java = JavaCommand.likeThis(heap);
    String input = pipeline.input().name();
    return switch (pipeline.kind()) {
      case BYTES, JSON, ONNX_PER_RECORD ->
          java.of(
              StreamsPipeline.class,
              pipeline.kind().name(),
              input,
              output,
              settings.toString(),
              String.valueOf(pipeline.model()));
      case FLINK ->
          new JavaCommand(heap, String.valueOf(flink))
              .of(
                  FLINK_MAIN,
                  FLINK_OPTIONS,
                  input,
                  output,
                  settings.toString(),
                  pipeline.tagsWith().toString(),
                  String.valueOf(pipeline.threads()));
      case GARAM -> {
        List<String> command =
            new ArrayList<>(garam == null ? java.of(Garam.class) : List.of(garam.toString()));
        command.addAll(List.of("run", "--command-config", settings.toString()));
        yield command;
      }
    };
  }

  private Map<String, String> settings(ComparedPipeline pipeline, String output, String group) {
    Map<String, String> settings = new TreeMap<>();
    settings.put("bootstrap.servers", bootstrapServers);
    if (pipeline.kind() == PipelineKind.FLINK) {
      settings.put("group.id", group);
      return settings;
    }
    settings.put("application.id", group);
    settings.put("client.id", CLIENT);
    settings.put("processing.guarantee", "exactly_once_v2");
    settings.put("num.stream.threads", String.valueOf(pipeline.threads()));
    if (pipeline.kind() == PipelineKind.GARAM) {
      settings.put(GaramConfig.MODEL, pipeline.tagsWith().toString());
      settings.put(GaramConfig.INPUT_TOPIC, pipeline.input().name());
      settings.put(GaramConfig.OUTPUT_TOPIC, output);
      settings.put(GaramConfig.DEAD_LETTER_TOPIC, output + "-dead-letters");
      settings.put(GaramConfig.MANAGEMENT_LISTENER, FREE_PORT);
      settings.put(GaramConfig.CREATE_TOPICS, "true");
      settings.put(GaramConfig.CONNECT_TIMEOUT_MS, CONNECT_MS);
    } else {
      settings.put("auto.offset.reset", "earliest");
    }
    return settings;
  }

  private Path write(String name, Map<String, String> settings) throws IOException {
    return Files.write(
        work.resolve(name),
        settings.entrySet().stream().map(one -> one.getKey() + "=" + one.getValue()).toList());
  }
}
