/** The command that trains a model. */
@NullMarked
package io.garam.app.train;

import org.jspecify.annotations.NullMarked;
