/**
 * Records that the brokers refuse although nothing foresaw it, and reading that the heap cannot
 * hold.
 */
@NullMarked
package io.garam.streams.refusal;

import org.jspecify.annotations.NullMarked;
