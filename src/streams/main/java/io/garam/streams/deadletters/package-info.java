/** Dead letters after they were written: read, and sent again once they can be tagged. */
@NullMarked
package io.garam.streams.deadletters;

import org.jspecify.annotations.NullMarked;
