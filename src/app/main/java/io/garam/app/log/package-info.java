/** How the log is written. */
@NullMarked
package io.garam.app.log;

import org.jspecify.annotations.NullMarked;
