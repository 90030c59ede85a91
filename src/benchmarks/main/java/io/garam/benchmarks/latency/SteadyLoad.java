package io.garam.benchmarks.latency;

import io.garam.benchmarks.load.EventTopic;
import io.garam.benchmarks.pipeline.BrokerProcess;
import io.garam.benchmarks.pipeline.ComparedPipeline;
import io.garam.benchmarks.pipeline.Launcher;
import io.garam.benchmarks.pipeline.PipelineProcess;
import io.garam.benchmarks.processor.Noise;
import io.garam.benchmarks.processor.ProcessTimes;
import io.garam.nlu.GaramException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.HdrHistogram.Histogram;

/**
 * Steady load on a pipeline: one event until it has started, then events at a rate, of which those
 * count that are sent from the tenth second on.
 *
 * @param seconds that count
 */
public record SteadyLoad(Launcher launcher, BrokerProcess broker, int seconds) {

  private static final int BEFORE_SECONDS = 10;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /**
   * Measures a pipeline.
   *
   * @param share of the capacity that the rate is
   * @param rate events a second
   * @throws GaramException if the pipeline fails, or does not keep up and events are missing a
   *     minute later
   */
  public LatencyResult measure(ComparedPipeline pipeline, double share, double rate)
      throws IOException, InterruptedException, ExecutionException {
    String group = "bench-" + UUID.randomUUID();
    int events = 1 + (int) (rate * (BEFORE_SECONDS + seconds));
    EventTopic input =
        new EventTopic(
            group + "-input", pipeline.input().texts(), events, pipeline.input().keyed());
    String output = group + "-output";
    EventTopic.create(launcher.bootstrapServers(), input.name());
    EventTopic.create(launcher.bootstrapServers(), output);
    try (PacedProducer producer = new PacedProducer(launcher.bootstrapServers(), input);
        LatencyReader reader = new LatencyReader(launcher.bootstrapServers(), output)) {
      long start = System.nanoTime();
      try (PipelineProcess process = launcher.start(pipeline.reading(input), output, group)) {
        producer.one();
        require(reader.until(1, Long.MAX_VALUE, PATIENCE), 1, process);
        double first = (System.nanoTime() - start) / 1e9;
        Noise noise = load(process, producer, reader, rate, events);
        return result(pipeline.name(), share, rate, first, reader.millis(), noise);
      }
    }
  }

  private Noise load(
      PipelineProcess process,
      PacedProducer producer,
      LatencyReader reader,
      double rate,
      int events)
      throws IOException, InterruptedException {
    Noise.Watch noise =
        new Noise.Watch(
            List.of(
                new ProcessTimes(process.pids()),
                new ProcessTimes(broker.pid()),
                new ProcessTimes(ProcessHandle.current().pid())));
    long from = System.currentTimeMillis() + Duration.ofSeconds(BEFORE_SECONDS).toMillis();
    Thread sender = producer.start(rate);
    require(reader.until(events, from, PATIENCE), events, process);
    sender.join();
    return noise.now();
  }

  private static LatencyResult result(
      String pipeline, double share, double rate, double first, Histogram millis, Noise noise) {
    return new LatencyResult(
        pipeline,
        share,
        rate,
        millis.getTotalCount(),
        millis.getValueAtPercentile(50),
        millis.getValueAtPercentile(99),
        millis.getValueAtPercentile(99.9),
        first,
        noise.others());
  }

  private static void require(long came, long sent, PipelineProcess process) throws IOException {
    process.requireAlive();
    if (came < sent) {
      throw process.failure(came + " of " + sent + " events came out");
    }
  }
}
