/** What the gates of a recurrent cell are for: an experiment on a task that needs memory. */
@NullMarked
package io.garam.benchmarks.memory;

import org.jspecify.annotations.NullMarked;
