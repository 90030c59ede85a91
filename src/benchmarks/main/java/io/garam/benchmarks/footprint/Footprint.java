package io.garam.benchmarks.footprint;

/**
 * What a process took.
 *
 * @param resident the greatest memory that it held at once, in bytes
 * @param liveHeap the most bytes that were live on its heap; 0 where nobody watched
 * @param processorSeconds of all its threads
 */
record Footprint(long resident, long liveHeap, double processorSeconds) {}
