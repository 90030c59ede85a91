package io.garam.benchmarks.comparison;

import io.garam.benchmarks.comparison.ComparisonOptions.Part;
import io.garam.benchmarks.latency.LatencyResult;
import io.garam.benchmarks.latency.LatencyTable;
import io.garam.benchmarks.latency.SteadyLoad;
import io.garam.benchmarks.pipeline.BrokerProcess;
import io.garam.benchmarks.pipeline.ComparedPipeline;
import io.garam.benchmarks.pipeline.Launcher;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;

/** The part of the comparison at steady rates: Garam beside copying JSON. */
record LatencyPart(
    ComparisonOptions options, JsonLines lines, Launcher launcher, BrokerProcess broker) {

  private static final double[] SHARES = {0.1, 0.5, 0.8};

  /**
   * Measures and returns a table.
   *
   * @param capacity events a second of Garam's pipeline
   */
  String run(Pipelines pipelines, double capacity)
      throws IOException, InterruptedException, ExecutionException {
    SteadyLoad load = new SteadyLoad(launcher, broker, options.seconds());
    List<LatencyResult> results = new ArrayList<>();
    for (double share : SHARES) {
      for (ComparedPipeline pipeline : List.of(pipelines.copyingJson(), pipelines.garam())) {
        LatencyResult result = load.measure(pipeline, share, share * capacity);
        lines.write(Part.latency, result);
        results.add(result);
      }
    }
    return new LatencyTable(results).markdown();
  }
}
