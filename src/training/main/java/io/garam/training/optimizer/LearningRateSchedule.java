package io.garam.training.optimizer;

/**
 * Learning-rate schedule: a linear rise, so that Adam's means settle before steps are large, then a
 * linear fall to nothing.
 *
 * @param warmUp steps of rise
 * @param steps all steps
 */
public record LearningRateSchedule(int warmUp, int steps) {

  private static final double WARM_UP_SHARE = 0.05;

  /** Returns the course for a number of steps, a twentieth of them of rise. */
  public static LearningRateSchedule over(int steps) {
    return new LearningRateSchedule(Math.max(1, (int) (WARM_UP_SHARE * steps)), steps);
  }

  /** Returns the share of the peak rate, 0 to 1, at a step that counts from 0. */
  public double at(int step) {
    double rise = (step + 1.0) / warmUp;
    double fall = (double) (steps - step) / Math.max(1, steps - warmUp);
    return Math.min(1, Math.max(0, Math.min(rise, fall)));
  }
}
