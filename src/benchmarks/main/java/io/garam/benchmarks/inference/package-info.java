/** How fast a model is without Kafka: by batch, by length, by thread, and beside fastText. */
@NullMarked
package io.garam.benchmarks.inference;

import org.jspecify.annotations.NullMarked;
