/** A report as one HTML file, for a browser or paper. */
@NullMarked
package io.garam.evaluation.report.html;

import org.jspecify.annotations.NullMarked;
