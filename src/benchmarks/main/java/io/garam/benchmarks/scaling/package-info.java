/**
 * What a cluster needs for a rate of utterances, from measured costs, and what a loss does to it.
 */
@NullMarked
package io.garam.benchmarks.scaling;

import org.jspecify.annotations.NullMarked;
