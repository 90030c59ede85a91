/** Explains answers: parts that are left out one by one, and the gates of recurrent layers. */
@NullMarked
package io.garam.nlu.explainer;

import org.jspecify.annotations.NullMarked;
