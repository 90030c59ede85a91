/** Explanation of an answer as a page for a browser. */
@NullMarked
package io.garam.evaluation.explanation.page;

import org.jspecify.annotations.NullMarked;
