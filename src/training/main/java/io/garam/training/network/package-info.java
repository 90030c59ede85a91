/** The network while it learns: embedding tables in Java, the recurrent layer in libtorch. */
@NullMarked
package io.garam.training.network;

import org.jspecify.annotations.NullMarked;
