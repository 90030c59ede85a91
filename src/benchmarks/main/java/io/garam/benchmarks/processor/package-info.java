/** Processor time of processes, by kind of thread, and of the whole machine, as Linux counts it. */
@NullMarked
package io.garam.benchmarks.processor;

import org.jspecify.annotations.NullMarked;
