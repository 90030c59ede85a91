/** How long events take that come at a steady rate. */
@NullMarked
package io.garam.benchmarks.latency;

import org.jspecify.annotations.NullMarked;
