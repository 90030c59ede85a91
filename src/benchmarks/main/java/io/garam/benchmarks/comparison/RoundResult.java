package io.garam.benchmarks.comparison;

import io.garam.benchmarks.processor.ThreadKind;
import java.util.Locale;
import java.util.Map;

/**
 * Result of one round of one pipeline; a line of the JSON Lines.
 *
 * @param pipeline its name
 * @param texts where its texts are from
 * @param round from 1
 * @param attempt from 1; more where others disturbed those before
 * @param warmRate events a second in the second half
 * @param wholeRate events a second from the first commit on
 * @param firstSeconds from the start of the process to the first commit
 * @param warmMicros processor time of the pipeline's process for each event, by kind of thread, in
 *     the second half
 * @param wholeMicros processor time of the pipeline's process for each event, its start included
 * @param brokerMicros processor time of the broker for each event, in the second half
 * @param otherCores cores that were busy for others, on average
 * @param quiet whether those were few enough
 */
record RoundResult(
    String pipeline,
    String texts,
    int round,
    int attempt,
    int events,
    double warmRate,
    double wholeRate,
    double firstSeconds,
    Map<ThreadKind, Double> warmMicros,
    double wholeMicros,
    double brokerMicros,
    double otherCores,
    boolean quiet) {

  /** Returns the processor time of the pipeline's process for each event, warm. */
  double micros() {
    return warmMicros.values().stream().mapToDouble(Double::doubleValue).sum();
  }

  /** Returns it in a line, for whoever watches. */
  String line() {
    return String.format(
        Locale.ROOT,
        "round %d, attempt %d: %-50s %,9.0f events/s warm, %6.1f µs each, others %.2f cores",
        round,
        attempt,
        pipeline,
        warmRate,
        micros(),
        otherCores);
  }
}
