/** Tagging of single requests, beside the stream: what comes back at once and is not remembered. */
@NullMarked
package io.garam.streams.request;

import org.jspecify.annotations.NullMarked;
