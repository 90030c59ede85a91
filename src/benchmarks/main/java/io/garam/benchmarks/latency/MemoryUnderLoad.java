package io.garam.benchmarks.latency;

import io.garam.benchmarks.load.EventTopic;
import io.garam.benchmarks.pipeline.ComparedPipeline;
import io.garam.benchmarks.pipeline.Launcher;
import io.garam.benchmarks.pipeline.PipelineProcess;
import io.garam.nlu.GaramException;
import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ExecutionException;

/** Memory of a pipeline under a steady load: after a minute, and minutes later. */
public record MemoryUnderLoad(Launcher launcher, int minutes) {

  private static final int BEFORE_SECONDS = 60;

  /** So that the last look still is under load. */
  private static final int AFTER_SECONDS = 10;

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /**
   * Measures a pipeline.
   *
   * @param rate events a second
   * @throws GaramException if the pipeline fails or does not keep up
   */
  public MemoryResult measure(ComparedPipeline pipeline, double rate)
      throws IOException, InterruptedException, ExecutionException {
    String group = "bench-" + UUID.randomUUID();
    long before = (long) (rate * BEFORE_SECONDS);
    long looked = before + (long) (rate * 60 * minutes);
    long events = looked + (long) (rate * AFTER_SECONDS);
    EventTopic input =
        new EventTopic(
            group + "-input",
            pipeline.input().texts(),
            Math.toIntExact(events),
            pipeline.input().keyed());
    String output = group + "-output";
    EventTopic.create(launcher.bootstrapServers(), input.name());
    EventTopic.create(launcher.bootstrapServers(), output);
    try (PacedProducer producer = new PacedProducer(launcher.bootstrapServers(), input);
        LatencyReader reader = new LatencyReader(launcher.bootstrapServers(), output);
        PipelineProcess process = launcher.start(pipeline.reading(input), output, group)) {
      long pid = process.pids().get(0);
      Thread sender = producer.start(rate);
      MemoryLook start = lookAfter(before, reader, process, pid);
      MemoryLook end = lookAfter(looked, reader, process, pid);
      lookAfter(events, reader, process, pid);
      sender.join();
      return new MemoryResult(
          pipeline.name(),
          minutes,
          rate,
          start.heap(),
          end.heap(),
          start.resident(),
          end.resident());
    }
  }

  private MemoryLook lookAfter(long events, LatencyReader reader, PipelineProcess process, long pid)
      throws IOException, InterruptedException {
    long came = reader.until(events, Long.MAX_VALUE, PATIENCE);
    process.requireAlive();
    if (came < events) {
      throw process.failure(came + " of " + events + " events came out");
    }
    return MemoryLook.of(pid, launcher.work());
  }
}
