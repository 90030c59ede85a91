package io.garam.benchmarks.comparison;

import io.garam.benchmarks.comparison.ComparisonOptions.Part;
import io.garam.benchmarks.load.EventTopic;
import io.garam.benchmarks.pipeline.ComparedPipeline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** The part of the comparison that works off backlogs. */
final class PipelinePart {

  private final ComparisonOptions options;
  private final JsonLines lines;
  private final Round round;
  private final Set<EventTopic> filled = new HashSet<>();
  private final Map<String, Medians> found = new HashMap<>();

  PipelinePart(ComparisonOptions options, JsonLines lines, Round round) {
    this.options = options;
    this.lines = lines;
    this.round = round;
  }

  /**
   * Measures and returns tables.
   *
   * @param out where a picture goes, null for nowhere
   */
  String run(List<ComparedPipeline> pipelines, String bootstrapServers, @Nullable Path out)
      throws IOException, InterruptedException, ExecutionException {
    measure(pipelines, options.rounds(), bootstrapServers);
    if (out != null) {
      Files.writeString(out.resolve("bench.svg"), new ComparisonPicture(pipelines, found).toSvg());
    }
    ComparisonTable table = new ComparisonTable(pipelines, found);
    return table.rates() + "\n" + table.processorTime();
  }

  /** Returns warm events a second of a pipeline, of one round where it was not measured yet. */
  double capacity(ComparedPipeline pipeline, String bootstrapServers)
      throws IOException, InterruptedException, ExecutionException {
    Medians medians = found.get(pipeline.name());
    if (medians == null) {
      measure(List.of(pipeline), 1, bootstrapServers);
      return capacity(pipeline, bootstrapServers);
    }
    return medians.of(RoundResult::warmRate);
  }

  private void measure(List<ComparedPipeline> pipelines, int rounds, String bootstrapServers)
      throws IOException, InterruptedException, ExecutionException {
    for (ComparedPipeline pipeline : pipelines) {
      if (filled.add(pipeline.input())) {
        pipeline.input().fill(bootstrapServers);
      }
    }
    Rounds all = new Rounds(pipelines, rounds, options.repeats(), this::note);
    found.putAll(Medians.byPipeline(all.run(round)));
  }

  private void note(RoundResult result) {
    System.err.println(result.line());
    lines.write(Part.pipelines, result);
  }
}
