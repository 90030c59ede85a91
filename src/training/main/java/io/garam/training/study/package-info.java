/** Several trainings of one kind: how sure a figure is, and what a larger corpus would bring. */
@NullMarked
package io.garam.training.study;

import org.jspecify.annotations.NullMarked;
