/** Classifies all that one poll returned together, before the topology sees the first record. */
@NullMarked
package io.garam.streams.batching;

import org.jspecify.annotations.NullMarked;
