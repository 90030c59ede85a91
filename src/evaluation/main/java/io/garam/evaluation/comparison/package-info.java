/** Two models on the same utterances: which is better, and how sure that is. */
@NullMarked
package io.garam.evaluation.comparison;

import org.jspecify.annotations.NullMarked;
