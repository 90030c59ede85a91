/** What the memory of dialogues costs: throughput, heap, disk and time to restore. */
@NullMarked
package io.garam.benchmarks.dialogues;

import org.jspecify.annotations.NullMarked;
