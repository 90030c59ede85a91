/** Metrics to reports, for people and for machines. */
@NullMarked
package io.garam.evaluation.report;

import org.jspecify.annotations.NullMarked;
