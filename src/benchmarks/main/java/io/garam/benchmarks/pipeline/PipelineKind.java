package io.garam.benchmarks.pipeline;

/** Kind of pipeline: what it does with an event, and on what. */
public enum PipelineKind {
  /** Kafka Streams copies the bytes. */
  BYTES,
  /** Kafka Streams parses JSON into a tree, adds a field and writes it. */
  JSON,
  /** Kafka Streams runs the model on each record by itself, as programs do that use no Garam. */
  ONNX_PER_RECORD,
  /** Flink runs the model on each record by itself. */
  FLINK,
  /** {@code garam run}. */
  GARAM;

  /** Says whether events come out with an intent. */
  public boolean tags() {
    return this != BYTES && this != JSON;
  }
}
