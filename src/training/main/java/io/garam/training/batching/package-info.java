/** Minibatches: which utterances learn together, and how they are laid out. */
@NullMarked
package io.garam.training.batching;

import org.jspecify.annotations.NullMarked;
