/** From gradients to better weights. */
@NullMarked
package io.garam.training.optimizer;

import org.jspecify.annotations.NullMarked;
