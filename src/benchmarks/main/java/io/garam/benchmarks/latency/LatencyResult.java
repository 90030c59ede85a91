package io.garam.benchmarks.latency;

/**
 * Latency of one pipeline at one rate; a line of the JSON Lines.
 *
 * @param share of the capacity of Garam's pipeline that the rate is
 * @param rate events a second
 * @param events that count: those sent from the tenth second on
 * @param p50 milliseconds from the producer's clock to a reader of what is committed
 * @param p99 the same
 * @param p999 the same
 * @param firstSeconds from the start of the process to a reader's sight of the first event
 * @param otherCores cores that were busy for others, on average
 */
public record LatencyResult(
    String pipeline,
    double share,
    double rate,
    long events,
    long p50,
    long p99,
    long p999,
    double firstSeconds,
    double otherCores) {}
