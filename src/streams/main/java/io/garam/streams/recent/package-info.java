/** The last of what topics hold, read when somebody asks for it. */
@NullMarked
package io.garam.streams.recent;

import org.jspecify.annotations.NullMarked;
