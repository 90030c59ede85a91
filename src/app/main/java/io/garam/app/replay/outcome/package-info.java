/** What came of a replay, for a terminal, a browser and other programs. */
@NullMarked
package io.garam.app.replay.outcome;

import org.jspecify.annotations.NullMarked;
