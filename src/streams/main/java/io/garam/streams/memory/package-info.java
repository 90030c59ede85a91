/**
 * What is remembered of each dialogue: the store's entries, and steps taken ahead of their turn.
 */
@NullMarked
package io.garam.streams.memory;

import org.jspecify.annotations.NullMarked;
