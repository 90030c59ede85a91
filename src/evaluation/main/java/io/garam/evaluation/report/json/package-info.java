/** A report as JSON, for other programs. */
@NullMarked
package io.garam.evaluation.report.json;

import org.jspecify.annotations.NullMarked;
