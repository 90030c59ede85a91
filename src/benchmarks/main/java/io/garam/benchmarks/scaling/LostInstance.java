package io.garam.benchmarks.scaling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Simulation of a cluster that loses one of its instances. Events come evenly to all partitions.
 * Those of the lost instance wait until their partitions are given to the threads that are left, or
 * to the instance that is started in its place where there was no other; each thread shares its
 * core evenly among those of its partitions that have events waiting.
 *
 * @param seconds from the loss until no event waits any more; infinite if that takes hours
 * @param longestWait seconds that the event waits which waits longest
 */
record LostInstance(double seconds, double longestWait) {

  private static final double STEP = 0.01;
  private static final double PATIENCE = 3_600;

  /**
   * Simulates it in steps of ten milliseconds.
   *
   * @param stall seconds until the partitions are at work again: the loss is noticed by then, and
   *     what was remembered of dialogues restored
   */
  static LostInstance simulate(Cluster cluster, Costs costs, Machines machines, double stall) {
    double arriving = cluster.rate() / cluster.partitions() * STEP;
    double capacity = 1e6 / costs.taggerMicros() * STEP;
    List<double[]> threads = threadsLeft(cluster, machines, arriving * stall / STEP);
    double longest = stall;
    for (double now = stall; now < PATIENCE; now += STEP) {
      double most = 0;
      for (double[] waiting : threads) {
        work(waiting, arriving, capacity);
        for (double events : waiting) {
          most = Math.max(most, events);
        }
      }
      // Who comes last waits for all that came before to its partition.
      longest = Math.max(longest, most / arriving * STEP);
      if (most <= arriving) {
        return new LostInstance(now + STEP, longest);
      }
    }
    return new LostInstance(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);
  }

  /** Returns, for each thread that is left, how many events wait in each of its partitions. */
  private static List<double[]> threadsLeft(Cluster cluster, Machines machines, double waiting) {
    int left = cluster.instances() == 1 ? 1 : cluster.instances() - 1;
    int threads = left * machines.taggerCores();
    int perThread = cluster.partitions() / cluster.threads();
    int moved = machines.taggerCores() * perThread;
    List<double[]> all = new ArrayList<>();
    for (int thread = 0; thread < threads; thread++) {
      int taken = moved / threads + (thread < moved % threads ? 1 : 0);
      int kept = cluster.instances() == 1 ? 0 : perThread;
      double[] partitions = new double[kept + taken];
      Arrays.fill(partitions, kept, kept + taken, waiting);
      all.add(partitions);
    }
    return all;
  }

  /** Lets a step's events arrive, and a thread tag as many as it can. */
  private static void work(double[] waiting, double arriving, double capacity) {
    for (int i = 0; i < waiting.length; i++) {
      waiting[i] += arriving;
    }
    double left = capacity;
    for (int busy = count(waiting); left > 1e-9 && busy > 0; busy = count(waiting)) {
      double share = left / busy;
      for (int i = 0; i < waiting.length; i++) {
        double done = Math.min(share, waiting[i]);
        waiting[i] -= done;
        left -= done;
      }
    }
  }

  private static int count(double[] waiting) {
    int busy = 0;
    for (double events : waiting) {
      busy += events > 1e-9 ? 1 : 0;
    }
    return busy;
  }
}
