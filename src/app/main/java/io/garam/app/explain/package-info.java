/** The command {@code explain}: why an utterance is given its label. */
@NullMarked
package io.garam.app.explain;

import org.jspecify.annotations.NullMarked;
