/** Which offsets of a topic a replay goes through. */
@NullMarked
package io.garam.streams.replay.range;

import org.jspecify.annotations.NullMarked;
