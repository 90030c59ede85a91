/** The command {@code reset}. */
@NullMarked
package io.garam.app.reset;

import org.jspecify.annotations.NullMarked;
