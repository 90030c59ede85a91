/** Going on behind an event that a tagger cannot even read. */
@NullMarked
package io.garam.streams.skip;

import org.jspecify.annotations.NullMarked;
