/** Charts as plain SVG, which any browser draws and any page can hold. */
@NullMarked
package io.garam.evaluation.chart;

import org.jspecify.annotations.NullMarked;
