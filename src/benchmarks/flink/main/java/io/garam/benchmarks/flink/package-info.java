/** What Garam is compared with in Flink. */
@NullMarked
package io.garam.benchmarks.flink;

import org.jspecify.annotations.NullMarked;
