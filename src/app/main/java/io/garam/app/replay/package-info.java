/** The command that tags a stretch of a topic's history again, and says what came of it. */
@NullMarked
package io.garam.app.replay;

import org.jspecify.annotations.NullMarked;
