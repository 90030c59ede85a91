/** Predictions and gold labels to metrics. */
@NullMarked
package io.garam.evaluation;

import org.jspecify.annotations.NullMarked;
