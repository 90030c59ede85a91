package io.garam.benchmarks.page;

import io.garam.benchmarks.latency.LatencyReader;
import io.garam.benchmarks.pipeline.PipelineProcess;
import io.garam.benchmarks.processor.ProcessTimes;
import java.io.IOException;
import java.time.Duration;

/** A tagger under a steady load, whose output is read. */
record LoadedTagger(PipelineProcess process, LatencyReader reader) {

  /** Lets it run. */
  void run(int seconds) throws IOException {
    var unused = rate(seconds);
  }

  /** Returns how many events came out a second, in so many seconds. */
  double rate(int seconds) throws IOException {
    long events = reader.read(Duration.ofSeconds(seconds));
    process.requireAlive();
    if (events == 0) {
      throw process.failure("none came out for " + seconds + " s");
    }
    return events / (double) seconds;
  }

  /** Returns its processor time in µs an event that came out, over so many seconds. */
  double micros(int seconds) throws IOException {
    ProcessTimes times = new ProcessTimes(process.pids());
    double before = ProcessTimes.sum(times.look());
    double events = rate(seconds) * seconds;
    return (ProcessTimes.sum(times.look()) - before) * 1e6 / events;
  }
}
