package io.garam.nlu.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.garam.nlu.GaramException;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * A graph in ONNX Runtime. Safe for many threads, also while it is closed; each run uses one core,
 * that of its caller.
 */
final class OnnxSession implements AutoCloseable {

  private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
  private final OrtSession session;
  private final ReadWriteLock life = new ReentrantReadWriteLock();
  private boolean closed;

  /**
   * Loads a graph.
   *
   * @param model a serialized ONNX model
   * @param source where it came from, for the message of an error
   * @throws GaramException if ONNX Runtime cannot load it
   */
  OnnxSession(byte[] model, String source) {
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

  /** Adds a run's inputs. */
  interface Inputs {
    void feed(Feeds feeds) throws OrtException;
  }

  /** Takes what it needs from a run's outputs, which are freed afterwards. */
  interface Outputs<T> {
    T take(OrtSession.Result result) throws OrtException;
  }

  /** Returns the names of the graph's inputs. */
  Set<String> inputNames() {
    return session.getInputNames();
  }

  /**
   * Runs the graph once.
   *
   * @throws IllegalStateException if the session is closed, or ONNX Runtime fails
   */
  <T> T run(Inputs inputs, Outputs<T> outputs) {
    Lock running = life.readLock();
    running.lock();
    try (Feeds feeds = new Feeds(environment)) {
      if (closed) {
        throw new IllegalStateException("the network is closed");
      }
      inputs.feed(feeds);
      try (OrtSession.Result result = session.run(feeds.tensors())) {
        return outputs.take(result);
      }
    } catch (OrtException e) {
      throw new IllegalStateException("ONNX Runtime failed on a batch: " + e.getMessage(), e);
    } finally {
      running.unlock();
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
