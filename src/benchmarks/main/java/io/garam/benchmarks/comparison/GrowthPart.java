package io.garam.benchmarks.comparison;

import io.garam.benchmarks.comparison.ComparisonOptions.Part;
import io.garam.benchmarks.inference.ModelsOfClasses;
import io.garam.benchmarks.inference.SpeedResult;
import io.garam.benchmarks.inference.SpeedTable;
import io.garam.benchmarks.latency.MemoryResult;
import io.garam.benchmarks.latency.MemoryTable;
import io.garam.benchmarks.latency.MemoryUnderLoad;
import io.garam.benchmarks.pipeline.ComparedPipeline;
import io.garam.benchmarks.pipeline.JavaCommand;
import io.garam.benchmarks.pipeline.Launcher;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.ExecutionException;

/** The part of the comparison that says how Garam grows: threads, instances, classes, minutes. */
record GrowthPart(ComparisonOptions options, JsonLines lines, Launcher launcher) {

  /** Garam at half its capacity has time for everything that grows. */
  private static final double SHARE = 0.5;

  /** Measures threads and instances and returns a table. */
  String sizes(PipelinePart backlogs, ComparedPipeline garam)
      throws IOException, InterruptedException, ExecutionException {
    List<ComparedPipeline> sizes = List.of(garam.sized(1, 1), garam.sized(1, 2), garam.sized(2, 1));
    return backlogs.run(sizes, launcher.bootstrapServers(), null);
  }

  /** Measures models of few and many classes and returns a table. */
  String classes(Pipelines pipelines, JavaCommand java) throws IOException, InterruptedException {
    List<SpeedResult> results =
        new ModelsOfClasses(pipelines.garam().input().texts(), launcher.work())
            .times(options.rounds(), options.millis(), java);
    results.forEach(result -> lines.write(Part.growth, result));
    return new SpeedTable(results).markdown();
  }

  /**
   * Measures memory and returns a table.
   *
   * @param capacity events a second of Garam's pipeline
   */
  String memory(ComparedPipeline garam, double capacity)
      throws IOException, InterruptedException, ExecutionException {
    MemoryResult result =
        new MemoryUnderLoad(launcher, options.minutes()).measure(garam, SHARE * capacity);
    lines.write(Part.growth, result);
    return new MemoryTable(List.of(result)).markdown();
  }
}
