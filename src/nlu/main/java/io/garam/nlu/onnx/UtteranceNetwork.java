package io.garam.nlu.onnx;

import ai.onnxruntime.OnnxTensor;
import io.garam.nlu.GaramException;
import io.garam.nlu.encoding.EncodedUtterance;
import io.garam.nlu.onnx.TracedSession.Layer;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;

/**
 * Session of the exported network that encodes utterances, in ONNX Runtime. A batch of any size is
 * run in {@link SubBatches}.
 *
 * <p>Safe for many threads; each run uses one core, that of its caller.
 */
public final class UtteranceNetwork implements AutoCloseable {

  private final OnnxSession session;
  private final TracedSession traced;
  private final ConcurrentLinkedQueue<NetworkInputs> idleInputs = new ConcurrentLinkedQueue<>();

  /**
   * Loads a graph whose inputs and output are those of {@link NetworkInputs}.
   *
   * @param model a serialized ONNX model
   * @param source where it came from, for the message of an error
   * @throws GaramException if ONNX Runtime cannot load it
   */
  public UtteranceNetwork(byte[] model, String source) {
    session = new OnnxSession(model, source);
    traced =
        new TracedSession(
            model,
            source,
            NetworkInputs.views(session.inputNames()).stream()
                .map(view -> new Layer(view, "_time_major", null))
                .toList());
  }

  /**
   * Reads utterances.
   *
   * @param utterances none of them blank
   * @return logits {@code [utterances, labels]}, or vectors {@code [utterances, vector]} where a
   *     {@link DialogueNetwork} goes on from there; in the order given
   * @throws IllegalStateException if ONNX Runtime fails, or a number of the answer is not finite
   */
  public float[][] read(List<EncodedUtterance> utterances) {
    float[][] rows = new float[utterances.size()][];
    for (int[] members : SubBatches.of(utterances)) {
      readSubBatch(utterances, members, rows);
    }
    return rows;
  }

  private void readSubBatch(List<EncodedUtterance> utterances, int[] members, float[][] rows) {
    NetworkInputs idle = idleInputs.poll();
    NetworkInputs inputs = idle == null ? new NetworkInputs(session.inputNames()) : idle;
    inputs.fill(IntStream.of(members).mapToObj(utterances::get).toList());
    FloatBuffer output =
        session.run(inputs::feed, result -> ((OnnxTensor) result.get(0)).getFloatBuffer());
    int columns = output.remaining() / members.length;
    for (int member : members) {
      float[] row = new float[columns];
      output.get(row);
      rows[member] = FiniteNumbers.require(row);
    }
    idleInputs.add(inputs);
  }

  /**
   * Reads one utterance, and returns what the recurrent layer of each view did.
   *
   * @param utterance not blank
   */
  List<LayerRun> trace(EncodedUtterance utterance) {
    NetworkInputs inputs = new NetworkInputs(session.inputNames());
    inputs.fill(List.of(utterance));
    return traced.run(inputs::feed);
  }

  /** Waits for runs under way, then frees the native sessions. */
  @Override
  public void close() {
    session.close();
    traced.close();
  }
}
