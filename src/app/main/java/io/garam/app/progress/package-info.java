/** How far a long command has come, for people who wait for it. */
@NullMarked
package io.garam.app.progress;

import org.jspecify.annotations.NullMarked;
