/** The figures that papers report, from predictions beside gold labels. */
@NullMarked
package io.garam.evaluation.metrics;

import org.jspecify.annotations.NullMarked;
