/** Measurements of speed, as ratios within one run: machines differ, and are shared. */
@NullMarked
package io.garam.benchmarks;

import org.jspecify.annotations.NullMarked;
