package io.garam.nlu.inference;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.garam.nlu.GaramException;
import io.garam.nlu.encoding.EncodedUtterance;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.IntStream;

/**
 * An exported network in ONNX Runtime. A batch of any size is sorted by length and run in small
 * sub-batches, since ONNX Runtime's recurrent kernels work through padding as if it were tokens.
 *
 * <p>Safe for many threads; each run uses one core, that of its caller.
 */
public final class OnnxNetwork implements AutoCloseable {

  /** Utterances in a sub-batch; 8 to 32 were best in measurements on sorted lengths. */
  private static final int SUB_BATCH = 32;

  private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
  private final OrtSession session;
  private final ConcurrentLinkedQueue<NetworkInputs> idleInputs = new ConcurrentLinkedQueue<>();
  private final ReadWriteLock life = new ReentrantReadWriteLock();
  private boolean closed;

  /**
   * Loads a graph whose inputs and output are those of {@link NetworkInputs}.
   *
   * @param model a serialized ONNX model
   * @param source where it came from, for the message of an error
   * @throws GaramException if ONNX Runtime cannot load it
   */
  public OnnxNetwork(byte[] model, String source) {
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      session = environment.createSession(model, options);
    } catch (OrtException e) {
      throw new GaramException(
          "Expected an ONNX model in "
              + source
              + ", but ONNX Runtime cannot load it ("
              + e.getMessage()
              + "); train or copy the model again.",
          e);
    }
  }

  /**
   * Computes the logits of utterances.
   *
   * @param utterances none of them blank
   * @return {@code [utterances, labels]}, in the order given
   */
  public float[][] logits(List<EncodedUtterance> utterances) {
    int[] byLength =
        IntStream.range(0, utterances.size())
            .boxed()
            .sorted(byCost(utterances))
            .mapToInt(Integer::intValue)
            .toArray();
    float[][] logits = new float[utterances.size()][];
    Lock running = life.readLock();
    running.lock();
    try {
      if (closed) {
        throw new IllegalStateException("the network is closed");
      }
      for (int start = 0; start < byLength.length; start += SUB_BATCH) {
        int[] members =
            Arrays.copyOfRange(byLength, start, Math.min(start + SUB_BATCH, byLength.length));
        runSubBatch(utterances, members, logits);
      }
    } finally {
      running.unlock();
    }
    return logits;
  }

  /** The characters, where a model reads them, are the longer way through the network. */
  private static Comparator<Integer> byCost(List<EncodedUtterance> utterances) {
    return Comparator.<Integer>comparingInt(i -> utterances.get(i).characterCount())
        .thenComparingInt(i -> utterances.get(i).length());
  }

  private void runSubBatch(List<EncodedUtterance> utterances, int[] members, float[][] logits) {
    NetworkInputs idle = idleInputs.poll();
    NetworkInputs inputs = idle == null ? new NetworkInputs(session.getInputNames()) : idle;
    inputs.fill(IntStream.of(members).mapToObj(utterances::get).toList());
    FloatBuffer output = run(inputs);
    int labels = output.remaining() / members.length;
    for (int member : members) {
      logits[member] = new float[labels];
      output.get(logits[member]);
    }
    idleInputs.add(inputs);
  }

  private FloatBuffer run(NetworkInputs inputs) {
    try (Feeds feeds = new Feeds(environment)) {
      inputs.feed(feeds);
      try (OrtSession.Result result = session.run(feeds.tensors())) {
        return ((OnnxTensor) result.get(0)).getFloatBuffer();
      }
    } catch (OrtException e) {
      throw new IllegalStateException("ONNX Runtime failed on a batch: " + e.getMessage(), e);
    }
  }

  /** Waits for runs under way, then frees the native session. */
  @Override
  public void close() {
    Lock ending = life.writeLock();
    ending.lock();
    try {
      if (!closed) {
        closed = true;
        session.close();
      }
    } catch (OrtException e) {
      throw new IllegalStateException("ONNX Runtime failed to close a session", e);
    } finally {
      ending.unlock();
    }
  }
}
