/** From a file, a pipe or the standard input to a corpus. */
@NullMarked
package io.garam.training.corpus.reader;

import org.jspecify.annotations.NullMarked;
