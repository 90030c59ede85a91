/** Garam beside what others do with the same events, in interleaved rounds of one run. */
@NullMarked
package io.garam.benchmarks.comparison;

import org.jspecify.annotations.NullMarked;
