package io.garam.benchmarks.comparison;

import io.garam.benchmarks.processor.ProcessTimes;
import io.garam.benchmarks.processor.ThreadKind;
import java.util.EnumMap;
import java.util.Map;

/**
 * State of a round at one moment.
 *
 * @param nanos when
 * @param committed how many events
 * @param seconds of processor time of the pipeline so far, by kind of thread
 * @param brokerSeconds of processor time of the broker so far
 */
record Mark(long nanos, long committed, Map<ThreadKind, Double> seconds, double brokerSeconds) {

  static Mark now(long committed, ProcessTimes pipeline, ProcessTimes broker) {
    long nanos = System.nanoTime();
    return new Mark(nanos, committed, pipeline.look(), ProcessTimes.sum(broker.look()));
  }

  /** Returns events a second since another moment. */
  double rateSince(Mark before) {
    return (committed - before.committed) * 1e9 / (nanos - before.nanos);
  }

  /** Returns microseconds of processor time for each event since another moment. */
  Map<ThreadKind, Double> microsSince(Mark before) {
    Map<ThreadKind, Double> micros = new EnumMap<>(ThreadKind.class);
    seconds.forEach(
        (kind, now) ->
            micros.put(kind, perEvent(now - before.seconds.getOrDefault(kind, 0.0), before)));
    return micros;
  }

  /** Returns microseconds of processor time for each event since the process began. */
  double microsOfProcess() {
    return ProcessTimes.sum(seconds) * 1e6 / committed;
  }

  /** Returns the broker's microseconds of processor time for each event since another moment. */
  double brokerMicrosSince(Mark before) {
    return perEvent(brokerSeconds - before.brokerSeconds, before);
  }

  private double perEvent(double taken, Mark before) {
    return taken * 1e6 / (committed - before.committed);
  }
}
