/** The time of day, as far as it is to be relied on. */
@NullMarked
package io.garam.streams.clock;

import org.jspecify.annotations.NullMarked;
