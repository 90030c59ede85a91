/** Traces of what polls bring, by OpenTelemetry's API where it is there and asked for. */
@NullMarked
package io.garam.streams.tracing;

import org.jspecify.annotations.NullMarked;
