/** Calibrated probabilities, and the decision for a label or for unknown. */
@NullMarked
package io.garam.nlu.decision;

import org.jspecify.annotations.NullMarked;
