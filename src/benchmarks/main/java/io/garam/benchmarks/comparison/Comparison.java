package io.garam.benchmarks.comparison;

import io.garam.benchmarks.MeasurementCommand;
import io.garam.benchmarks.comparison.ComparisonOptions.Part;
import io.garam.benchmarks.load.Texts;
import io.garam.benchmarks.pipeline.BrokerProcess;
import io.garam.benchmarks.pipeline.JavaCommand;
import io.garam.benchmarks.pipeline.Launcher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Speed comparison: Garam beside what others do with the same events. */
@Command(
    name = "scripts/bench",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Compares Garam with copying, with one ONNX Runtime call per record in Kafka Streams and with"
          + " the same in Flink: exactly-once, one broker and each pipeline in a process of its"
          + " own, rounds interleaved, all output verified before a time counts.",
      ""
    })
public final class Comparison implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Mixin private ComparisonOptions options = new ComparisonOptions();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where to write bench.jsonl and bench.svg. Default: none.")
  private @Nullable Path out;

  /** Runs the comparison that the arguments describe. */
  public static void main(String[] args) {
    System.exit(MeasurementCommand.execute(new Comparison(), args));
  }

  @Override
  public Integer call() throws IOException, InterruptedException, ExecutionException {
    options.check();
    options.leftOut().forEach(this::say);
    Pipelines pipelines = options.pipelines(texts());
    Path work = temporaryFolder();
    JavaCommand java = JavaCommand.likeThis(options.heap());
    try (JsonLines lines = JsonLines.in(out)) {
      if (options.has(Part.model)) {
        say(new ModelPart(options, lines).run(pipelines, java, work));
      }
      if (options.has(Part.pipelines) || options.has(Part.latency) || options.has(Part.growth)) {
        stream(pipelines, java, work, lines);
      }
    }
    return 0;
  }

  /** Returns a folder that goes when the process ends, by a signal too. */
  private static Path temporaryFolder() throws IOException {
    Path folder = Files.createTempDirectory("garam-bench-");
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  try {
                    Utils.delete(folder.toFile());
                  } catch (IOException e) {
                    System.err.println("Left behind: " + folder);
                  }
                }));
    return folder;
  }

  private Map<String, Texts> texts() {
    Map<String, Texts> read = new HashMap<>();
    options.texts().forEach((name, file) -> read.put(name, Texts.of(file)));
    return read;
  }

  private void stream(Pipelines pipelines, JavaCommand java, Path work, JsonLines lines)
      throws IOException, InterruptedException, ExecutionException {
    try (BrokerProcess broker = BrokerProcess.start(java, work.resolve("broker.log"));
        Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
      Launcher launcher = options.launcher(broker.bootstrapServers(), work);
      PipelinePart part = new PipelinePart(options, lines, new Round(launcher, broker, admin));
      if (options.has(Part.pipelines)) {
        say(part.run(options.chosen(pipelines.all()), broker.bootstrapServers(), out));
      }
      if (options.has(Part.latency)) {
        double capacity = part.capacity(pipelines.garam(), broker.bootstrapServers());
        say(new LatencyPart(options, lines, launcher, broker).run(pipelines, capacity));
      }
      if (options.has(Part.growth)) {
        GrowthPart growth = new GrowthPart(options, lines, launcher);
        say(growth.sizes(part, pipelines.garam()));
        say(growth.classes(pipelines, java));
        double capacity = part.capacity(pipelines.garam(), broker.bootstrapServers());
        say(growth.memory(pipelines.garam(), capacity));
      }
    }
  }

  private void say(String table) {
    spec.commandLine().getOut().println("\n" + table);
    spec.commandLine().getOut().flush();
  }
}
