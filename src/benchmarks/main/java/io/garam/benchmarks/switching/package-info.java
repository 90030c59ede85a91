/** What a switch of models costs. */
@NullMarked
package io.garam.benchmarks.switching;

import org.jspecify.annotations.NullMarked;
