/**
 * The clients of stream threads, and what they meet: records that the brokers refuse although
 * nothing foresaw it, commits that are not answered in time, and polls that the heap cannot hold.
 */
@NullMarked
package io.garam.streams.refusal;

import org.jspecify.annotations.NullMarked;
