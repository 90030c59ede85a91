/** Embedding tables: from tokens to rows, and from rows to vectors. */
@NullMarked
package io.garam.training.embedding;

import org.jspecify.annotations.NullMarked;
