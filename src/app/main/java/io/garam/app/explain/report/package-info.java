/** Explanations of the answers that a report shows, each in its dialogue. */
@NullMarked
package io.garam.app.explain.report;

import org.jspecify.annotations.NullMarked;
