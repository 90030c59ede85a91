/** Explanations of answers of a replay, whose events are read again for what was said before. */
@NullMarked
package io.garam.app.replay.explained;

import org.jspecify.annotations.NullMarked;
