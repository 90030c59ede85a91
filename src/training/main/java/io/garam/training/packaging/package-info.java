/** From trained weights to a model that may be given away: checked, calibrated and described. */
@NullMarked
package io.garam.training.packaging;

import org.jspecify.annotations.NullMarked;
