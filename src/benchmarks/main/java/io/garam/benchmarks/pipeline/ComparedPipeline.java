package io.garam.benchmarks.pipeline;

import io.garam.benchmarks.load.EventTopic;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Pipeline that is compared with others.
 *
 * @param model what it tags with, null where it copies
 * @param input what it reads
 * @param instances how many processes share the work
 * @param threads of each instance that work
 */
public record ComparedPipeline(
    String name,
    PipelineKind kind,
    @Nullable Path model,
    EventTopic input,
    int instances,
    int threads) {

  /** One with what all have that are compared: one instance of two threads. */
  public ComparedPipeline(String name, PipelineKind kind, @Nullable Path model, EventTopic input) {
    this(name, kind, model, input, 1, 2);
  }

  /** Returns the model that it tags with. */
  public Path tagsWith() {
    return Objects.requireNonNull(model, () -> name + " copies");
  }

  /** Returns the same with other events to read. */
  public ComparedPipeline reading(EventTopic events) {
    return new ComparedPipeline(name, kind, model, events, instances, threads);
  }

  /** Returns the same with another size. */
  public ComparedPipeline sized(int sizedInstances, int sizedThreads) {
    String size =
        sizedInstances + " × " + sizedThreads + (sizedThreads == 1 ? " thread" : " threads");
    return new ComparedPipeline(
        name + ", " + size, kind, model, input, sizedInstances, sizedThreads);
  }
}
