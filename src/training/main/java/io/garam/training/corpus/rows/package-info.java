/** The forms that a corpus may have: from text to labelled utterances, row by row. */
@NullMarked
package io.garam.training.corpus.rows;

import org.jspecify.annotations.NullMarked;
