/** What becomes of a stream thread that failed, and the reason in words. */
@NullMarked
package io.garam.streams.failure;

import org.jspecify.annotations.NullMarked;
