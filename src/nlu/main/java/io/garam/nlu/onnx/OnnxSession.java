package io.garam.nlu.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.garam.nlu.GaramException;
import java.util.Deque;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * A graph in ONNX Runtime. Safe for many threads, also while it is closed; each run uses one core,
 * that of its caller. Runs at the same time have a native session each, since those of one session
 * wait for each other's memory: a session is made where all are busy, up to the number of cores,
 * beyond which a run waits.
 */
final class OnnxSession implements AutoCloseable {

  private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
  private final byte[] model;
  private final Set<String> inputNames;
  private final Semaphore free = new Semaphore(Runtime.getRuntime().availableProcessors());
  private final Deque<OrtSession> idle = new ConcurrentLinkedDeque<>();
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
    this.model = model;
    try {
      OrtSession first = newSession();
      inputNames = first.getInputNames();
      idle.push(first);
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

  private OrtSession newSession() throws OrtException {
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      return environment.createSession(model, options);
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
    return inputNames;
  }

  /**
   * Runs the graph once.
   *
   * @throws IllegalStateException if the session is closed, or ONNX Runtime fails
   */
  <T> T run(Inputs inputs, Outputs<T> outputs) {
    Lock running = life.readLock();
    running.lock();
    free.acquireUninterruptibly();
    try {
      if (closed) {
        throw new IllegalStateException("the network is closed");
      }
      OrtSession unused = idle.poll();
      OrtSession session = unused == null ? newSession() : unused;
      try {
        return run(session, inputs, outputs);
      } finally {
        idle.push(session);
      }
    } catch (OrtException e) {
      throw new IllegalStateException("ONNX Runtime failed on a batch: " + e.getMessage(), e);
    } finally {
      free.release();
      running.unlock();
    }
  }

  private <T> T run(OrtSession session, Inputs inputs, Outputs<T> outputs) throws OrtException {
    try (Feeds feeds = new Feeds(environment)) {
      inputs.feed(feeds);
      try (OrtSession.Result result = session.run(feeds.tensors())) {
        return outputs.take(result);
      }
    }
  }

  /** Waits for runs under way, then frees the native sessions. */
  @Override
  public void close() {
    Lock ending = life.writeLock();
    ending.lock();
    try {
      closed = true;
      for (OrtSession session = idle.poll(); session != null; session = idle.poll()) {
        session.close();
      }
    } catch (OrtException e) {
      throw new IllegalStateException("ONNX Runtime failed to close a session", e);
    } finally {
      ending.unlock();
    }
  }
}
