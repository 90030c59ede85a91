/** The command {@code skip}. */
@NullMarked
package io.garam.app.skip;

import org.jspecify.annotations.NullMarked;
