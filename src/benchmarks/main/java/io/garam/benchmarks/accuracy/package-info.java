/** How accurate Garam is beside what people would otherwise choose, on the same utterances. */
@NullMarked
package io.garam.benchmarks.accuracy;

import org.jspecify.annotations.NullMarked;
