/** Corpus to model bundle: the whole of a training, from outside. */
@NullMarked
package io.garam.training;

import org.jspecify.annotations.NullMarked;
