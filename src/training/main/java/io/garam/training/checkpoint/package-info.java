/** A training on disk, so that one that was interrupted goes on. */
@NullMarked
package io.garam.training.checkpoint;

import org.jspecify.annotations.NullMarked;
