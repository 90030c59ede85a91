/** Flags that several commands share, and how the values of flags are read and checked. */
@NullMarked
package io.garam.app.options;

import org.jspecify.annotations.NullMarked;
