package io.garam.training.packaging;

import io.garam.nlu.Utterance;
import io.garam.nlu.onnx.OnnxClassifier;
import io.garam.nlu.onnx.StepTracker;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.List;

/**
 * Cost of a model: the processor time that tagging an utterance takes one thread of this machine,
 * from text to intent, in batches as large as a replay's.
 */
public final class TaggingCost {

  private static final int BATCH = 2_000;

  /** Passes for the compiler, of which the fastest counts: a tenth of the training's time. */
  private static final int SHARE_OF_TRAINING = 10;

  private static final Duration LEAST = Duration.ofMillis(300);
  private static final Duration MOST = Duration.ofSeconds(4);

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private TaggingCost() {}

  /**
   * Measures.
   *
   * @param said utterances with text, of which the first 2,000 are tagged again and again
   * @param trainingSeconds what the training took: a longer one is worth a longer look
   * @return microseconds of processor time an utterance, of elapsed time where the JVM does not
   *     know the other
   */
  public static double micros(
      OnnxClassifier classifier, List<Utterance> said, double trainingSeconds) {
    List<Utterance> batch = said.subList(0, batch(said.size()));
    long share = (long) (trainingSeconds * 1e9) / SHARE_OF_TRAINING;
    long end = now() + Math.max(LEAST.toNanos(), Math.min(MOST.toNanos(), share));
    long fastest = Long.MAX_VALUE;
    for (long start = now(); start < end; ) {
      var unused = new StepTracker(classifier).classify(batch);
      long then = now();
      fastest = Math.min(fastest, then - start);
      start = then;
    }
    return fastest / 1e3 / batch.size();
  }

  /** Returns how many of so many utterances are tagged at once. */
  static int batch(int utterances) {
    return Math.min(BATCH, utterances);
  }

  private static long now() {
    return THREADS.isCurrentThreadCpuTimeSupported()
        ? THREADS.getCurrentThreadCpuTime()
        : System.nanoTime();
  }
}
