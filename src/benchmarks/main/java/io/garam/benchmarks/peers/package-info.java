/** Programs that others wrote, to be compared with. */
@NullMarked
package io.garam.benchmarks.peers;

import org.jspecify.annotations.NullMarked;
