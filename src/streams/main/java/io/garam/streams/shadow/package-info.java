/**
 * Models that tag the same events beside the one that answers, and how often they agree with it.
 */
@NullMarked
package io.garam.streams.shadow;

import org.jspecify.annotations.NullMarked;
