package io.garam.benchmarks.processor;

import java.util.List;

/**
 * Noise: what others took of the machine while something was measured.
 *
 * @param others cores, on average, that were busy for none of the processes that belong to it
 */
public record Noise(double others) {

  /** A tenth of a core: what the system's own upkeep takes, and no other program to speak of. */
  private static final double QUIET = 0.1;

  /**
   * Returns what others took.
   *
   * @param busySeconds of all cores
   * @param ownSeconds of the processes that belong to it
   * @param seconds that passed
   */
  public static Noise of(double busySeconds, double ownSeconds, double seconds) {
    return new Noise(Math.max(0, busySeconds - ownSeconds) / seconds);
  }

  /** Says whether the measurement counts as undisturbed. */
  public boolean isQuiet() {
    return others <= QUIET;
  }

  /** Watches what others take, beginning now. */
  public static final class Watch {

    private final List<ProcessTimes> own;
    private final double busyBefore = MachineTime.busySeconds();
    private final double ownBefore;
    private final long start = System.nanoTime();

    /**
     * @param own the processes that belong to the measurement
     */
    public Watch(List<ProcessTimes> own) {
      this.own = own;
      this.ownBefore = ownSeconds();
    }

    /** Returns what others took until now. */
    public Noise now() {
      double seconds = (System.nanoTime() - start) / 1e9;
      return of(MachineTime.busySeconds() - busyBefore, ownSeconds() - ownBefore, seconds);
    }

    private double ownSeconds() {
      return own.stream().mapToDouble(times -> ProcessTimes.sum(times.look())).sum();
    }
  }
}
