/** Files of labelled utterances: reading, checking and splitting them. */
@NullMarked
package io.garam.training.corpus;

import org.jspecify.annotations.NullMarked;
