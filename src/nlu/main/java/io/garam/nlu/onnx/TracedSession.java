package io.garam.nlu.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import com.google.protobuf.ByteString;
import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.WireFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Graph whose recurrent layers are watched at work: an exported one that has what goes into them,
 * their states and their weights as further outputs. It is opened by the first run, so that a model
 * which nobody asks takes no memory for it, and the graph that tags computes nothing for it.
 */
final class TracedSession implements AutoCloseable {

  /** Fields of onnx.proto: a model's graph, a graph's outputs, a value's name. */
  private static final int GRAPH = 7;

  private static final int OUTPUT = 12;
  private static final int NAME = 1;

  private final byte[] model;
  private final String source;
  private final List<Layer> layers;
  private @Nullable OnnxSession session;
  private boolean closed;

  /**
   * @param model a serialized ONNX model
   * @param source where it came from, for the message of an error
   * @param layers those that are watched
   */
  TracedSession(byte[] model, String source, List<Layer> layers) {
    this.model = model;
    this.source = source;
    this.layers = layers;
  }

  /**
   * A recurrent layer in a graph.
   *
   * @param name that its values start with
   * @param inputs the end of the name of what goes in, {@code [steps, 1, inputs]}
   * @param start the end of the name of its first hidden state, {@code [1, 1, units]}; null where
   *     that is 0
   */
  record Layer(String name, String inputs, @Nullable String start) {

    private Stream<String> outputs() {
      return Stream.concat(
              Stream.of(inputs, "_states", "_input_weight", "_recurrent_weight", "_bias"),
              Stream.ofNullable(start))
          .map(name::concat);
    }

    private LayerRun of(OrtSession.Result result) throws OrtException {
      float[][][][] states = (float[][][][]) value(result, "_states");
      int directions = states[0].length;
      float[][][] byDirection = new float[directions][states.length][];
      for (int step = 0; step < states.length; step++) {
        for (int direction = 0; direction < directions; direction++) {
          byDirection[direction][step] = states[step][direction][0];
        }
      }
      return new LayerRun(
          name,
          Stream.of((float[][][]) value(result, inputs))
              .map(batch -> batch[0])
              .toArray(float[][]::new),
          start == null
              ? new float[byDirection[0][0].length]
              : ((float[][][]) value(result, start))[0][0],
          byDirection,
          (float[][][]) value(result, "_input_weight"),
          (float[][][]) value(result, "_recurrent_weight"),
          (float[][]) value(result, "_bias"));
    }

    private Object value(OrtSession.Result result, String end) throws OrtException {
      return ((OnnxTensor) result.get(name + end).orElseThrow()).getValue();
    }
  }

  /** Runs the graph over one utterance, and returns what its recurrent layers did. */
  List<LayerRun> run(OnnxSession.Inputs inputs) {
    return session()
        .run(
            inputs,
            result -> {
              LayerRun[] runs = new LayerRun[layers.size()];
              for (int i = 0; i < runs.length; i++) {
                runs[i] = layers.get(i).of(result);
              }
              return List.of(runs);
            });
  }

  private synchronized OnnxSession session() {
    if (closed) {
      throw new IllegalStateException("the network is closed");
    }
    if (session == null) {
      session = new OnnxSession(withOutputs(), source);
    }
    return session;
  }

  /** A message that follows another of its kind is merged into it, as protobuf has it. */
  private byte[] withOutputs() {
    ByteArrayOutputStream graph = new ByteArrayOutputStream();
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    try {
      CodedOutputStream outputs = CodedOutputStream.newInstance(graph);
      for (String name : layers.stream().flatMap(Layer::outputs).toList()) {
        int nameSize = CodedOutputStream.computeStringSize(NAME, name);
        outputs.writeTag(OUTPUT, WireFormat.WIRETYPE_LENGTH_DELIMITED);
        outputs.writeUInt32NoTag(nameSize);
        outputs.writeString(NAME, name);
      }
      outputs.flush();
      whole.write(model);
      CodedOutputStream more = CodedOutputStream.newInstance(whole);
      more.writeBytes(GRAPH, ByteString.copyFrom(graph.toByteArray()));
      more.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("memory can always be written to", e);
    }
    return whole.toByteArray();
  }

  /** Waits for runs under way, then frees the native session, where there is one. */
  @Override
  public synchronized void close() {
    closed = true;
    if (session != null) {
      session.close();
    }
  }
}
