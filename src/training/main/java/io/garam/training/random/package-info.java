/** Where all that a training leaves to chance comes from. */
@NullMarked
package io.garam.training.random;

import org.jspecify.annotations.NullMarked;
