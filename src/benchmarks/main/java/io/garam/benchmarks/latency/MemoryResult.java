package io.garam.benchmarks.latency;

/**
 * Memory of one pipeline under a steady load; a line of the JSON Lines.
 *
 * @param minutes between the two looks
 * @param rate events a second
 * @param heapBefore bytes that were live after a full collection, a minute after the start
 * @param heapAfter the same at the end, still under load
 * @param residentBefore bytes of the process in memory, a minute after the start
 * @param residentAfter the same at the end
 */
public record MemoryResult(
    String pipeline,
    double minutes,
    double rate,
    long heapBefore,
    long heapAfter,
    long residentBefore,
    long residentAfter) {}
