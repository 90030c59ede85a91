/** Counts of what the tagger does. */
@NullMarked
package io.garam.streams.statistics;

import org.jspecify.annotations.NullMarked;
