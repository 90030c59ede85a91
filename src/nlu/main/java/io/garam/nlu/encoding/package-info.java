/** Tokens to the rows of a model's embedding tables. */
@NullMarked
package io.garam.nlu.encoding;

import org.jspecify.annotations.NullMarked;
