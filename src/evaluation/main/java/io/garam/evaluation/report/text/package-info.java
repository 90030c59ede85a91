/** A report as text, for a terminal. */
@NullMarked
package io.garam.evaluation.report.text;

import org.jspecify.annotations.NullMarked;
