/** How a long-running command is told to end. */
@NullMarked
package io.garam.app.signal;

import org.jspecify.annotations.NullMarked;
