/** The command {@code sign}. */
@NullMarked
package io.garam.app.sign;

import org.jspecify.annotations.NullMarked;
