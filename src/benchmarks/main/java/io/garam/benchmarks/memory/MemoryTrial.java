package io.garam.benchmarks.memory;

import io.garam.benchmarks.memory.FirstTokenTask.Sequences;
import io.garam.nlu.decision.Decision;
import io.garam.training.export.Cell;
import io.garam.training.network.LastStateNetwork;
import io.garam.training.network.NetworkShape;
import io.garam.training.optimizer.LearningRateSchedule;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * One network that learns the {@link FirstTokenTask} up to one distance, from one seed. As in a
 * corpus, lengths vary: each batch has a distance of its own, from 1 up. What short sequences teach
 * the gates holds for long ones, from which alone nothing could be learned.
 */
final class MemoryTrial {

  static final int HIDDEN = 32;
  static final int BATCH = 32;
  static final int MOST_STEPS = 600;
  static final int UNSEEN = 256;

  private static final double LEARNING_RATE = 1e-2;

  /** Mean loss in nats at which the task counts as learned; guessing has ln 4 = 1.39. */
  private static final double LEARNED = 0.02;

  private static final double NEW_SHARE_OF_MEAN = 0.05;

  private final LastStateNetwork network;
  private final FirstTokenTask task;
  private final Random random;
  private final int distance;
  private final Sequences unseen;

  private MemoryTrial(LastStateNetwork network, int distance, long seed) {
    this.network = network;
    this.task = new FirstTokenTask(seed);
    this.random = new Random(seed);
    this.distance = distance;
    this.unseen = task.draw(UNSEEN, distance);
  }

  /**
   * What came out, on sequences never seen with the full distance.
   *
   * @param accuracy share of right answers, 0 to 1
   * @param gradientBefore gradient's norm by the first token's vector, in units of that by the last
   *     token's, before training
   * @param gradientAfter the same after training
   */
  record Outcome(double accuracy, double gradientBefore, double gradientAfter) {}

  static Outcome run(Cell cell, int distance, long seed) {
    NetworkShape shape =
        new NetworkShape(
            cell, 1, FirstTokenTask.TOKENS, HIDDEN, HIDDEN, FirstTokenTask.LABELS, null);
    try (LastStateNetwork network = new LastStateNetwork(shape, new Random(seed))) {
      MemoryTrial trial = new MemoryTrial(network, distance, seed);
      double before = trial.gradient();
      trial.learn();
      return new Outcome(trial.accuracy(), before, trial.gradient());
    }
  }

  private void learn() {
    LearningRateSchedule course = LearningRateSchedule.over(MOST_STEPS);
    double mean = Math.log(FirstTokenTask.LABELS);
    for (int step = 0; step < MOST_STEPS && mean > LEARNED; step++) {
      Sequences batch = task.draw(BATCH, 1 + random.nextInt(distance));
      double rate = LEARNING_RATE * course.at(step);
      double loss = network.learn(batch.tokens(), batch.labels(), rate);
      mean += NEW_SHARE_OF_MEAN * (loss - mean);
    }
  }

  private double gradient() {
    double[] norms = network.gradientNorms(unseen.tokens(), unseen.labels());
    return norms[0] / norms[distance];
  }

  private double accuracy() {
    float[][] logits = network.logits(unseen.tokens());
    long right =
        IntStream.range(0, UNSEEN)
            .filter(i -> Decision.mostProbable(logits[i]) == unseen.labels()[i])
            .count();
    return (double) right / UNSEEN;
  }
}
