/** The brokers, asked and read by everything beside the stream itself. */
@NullMarked
package io.garam.streams.client;

import org.jspecify.annotations.NullMarked;
