/** Explanations of answers as people read them: a text, a picture and a page. */
@NullMarked
package io.garam.evaluation.explanation;

import org.jspecify.annotations.NullMarked;
