/** The names under which a tagger writes to the log, and lines that are no flood. */
@NullMarked
package io.garam.streams.log;

import org.jspecify.annotations.NullMarked;
