package io.garam.benchmarks.processor;

import java.util.regex.Pattern;

/** Kind of thread: what the threads of a JVM that handles events are there for. */
public enum ThreadKind {
  /** Kafka Streams' threads and Flink's tasks: consume, compute, hand over to the producer. */
  WORK("work", "bench-StreamThr|Source: "),
  /** Kafka's producers, and Flink's consumers. */
  CLIENTS("clients", "kafka-producer-|Source Data Fet"),
  JIT("JIT", "C[12] CompilerThre|Sweeper thread"),
  COLLECTOR("collector", "GC Thread|G1 |VM Thread"),
  /** What has another name, such as heartbeats and checkpoints, and threads that have ended. */
  OTHER("other", "");

  private final String title;
  private final Pattern beginning;

  ThreadKind(String title, String beginning) {
    this.title = title;
    this.beginning = Pattern.compile(beginning);
  }

  /** Returns what a table calls them. */
  public String title() {
    return title;
  }

  /**
   * Returns the kind of a thread.
   *
   * @param name of which Linux keeps 15 bytes
   */
  public static ThreadKind of(String name) {
    for (ThreadKind kind : values()) {
      if (kind.beginning.matcher(name).lookingAt()) {
        return kind;
      }
    }
    return OTHER;
  }
}
