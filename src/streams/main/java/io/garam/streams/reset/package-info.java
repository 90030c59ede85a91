/** Forgetting where an application id has come to. */
@NullMarked
package io.garam.streams.reset;

import org.jspecify.annotations.NullMarked;
