/** What the log says of a tagger that runs: brokers, partitions, and batches that take long. */
@NullMarked
package io.garam.streams.monitoring;

import org.jspecify.annotations.NullMarked;
