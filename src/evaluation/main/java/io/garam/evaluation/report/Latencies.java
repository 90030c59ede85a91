package io.garam.evaluation.report;

/**
 * Latency percentiles: how long something took, in milliseconds.
 *
 * @param meaning what was timed, a sentence
 * @param count how often
 * @param p50 what half of the times are not above, the median
 * @param p95 what 95 % of the times are not above
 * @param p99 what 99 % of the times are not above
 * @param greatest the longest time
 */
public record Latencies(
    String meaning, long count, double p50, double p95, double p99, double greatest) {}
