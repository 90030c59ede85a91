/** Checks of a tagger's surroundings before it runs: what is asked of the brokers. */
@NullMarked
package io.garam.streams.doctor;

import org.jspecify.annotations.NullMarked;
