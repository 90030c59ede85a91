/** How much memory a training takes by the rows of its corpus, and a replay by its events. */
@NullMarked
package io.garam.benchmarks.footprint;

import org.jspecify.annotations.NullMarked;
