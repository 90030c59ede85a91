/** Layers of a network in libtorch, and the parameters that they share. */
@NullMarked
package io.garam.training.network.layer;

import org.jspecify.annotations.NullMarked;
