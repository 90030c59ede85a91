/** Pipelines that are compared: what reads events from one topic and writes them to another. */
@NullMarked
package io.garam.benchmarks.pipeline;

import org.jspecify.annotations.NullMarked;
