/**
 * What watches a tagger that runs: its meters, and what the log says of brokers, partitions, clocks
 * and batches that take long.
 */
@NullMarked
package io.garam.streams.monitoring;

import org.jspecify.annotations.NullMarked;
