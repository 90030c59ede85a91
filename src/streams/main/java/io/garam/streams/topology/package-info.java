/** From prepared record to output record or dead letter, one record at a time. */
@NullMarked
package io.garam.streams.topology;

import org.jspecify.annotations.NullMarked;
