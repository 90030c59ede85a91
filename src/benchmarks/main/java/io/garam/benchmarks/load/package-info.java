/** What pipelines work off: texts, the events that are made of them, and their topics. */
@NullMarked
package io.garam.benchmarks.load;

import org.jspecify.annotations.NullMarked;
