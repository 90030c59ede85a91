package io.garam.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

/**
 * Medians of interleaved rounds: runs variants in turn, several rounds of each, and prints the
 * median rate of every one.
 */
public final class Medians {

  private static final int ROUNDS = 5;

  private static final OperatingSystemMXBean SYSTEM =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private final List<Variant> variants = new ArrayList<>();

  /** A way to do the work, the rates that were measured, and the processor time that each took. */
  private record Variant(
      String name, Callable<Double> rate, List<Double> measured, List<Double> nanos) {

    void run(boolean counts) throws Exception {
      long before = SYSTEM.getProcessCpuTime();
      double found = rate.call();
      if (counts) {
        measured.add(found);
        nanos.add((double) (SYSTEM.getProcessCpuTime() - before));
      }
    }

    double quantile(double share) {
      return quantile(measured, share);
    }

    /** Returns the median processor time of the whole process, in microseconds. */
    double micros() {
      return quantile(nanos, 0.5) / 1e3;
    }

    private static double quantile(List<Double> values, double share) {
      List<Double> sorted = values.stream().sorted().toList();
      return sorted.get((int) (share * (sorted.size() - 1)));
    }
  }

  /**
   * Adds a variant; the first one is what the others are compared with.
   *
   * @param rate runs once and returns how many utterances it did in a second
   */
  public Medians variant(String name, Callable<Double> rate) {
    variants.add(new Variant(name, rate, new ArrayList<>(), new ArrayList<>()));
    return this;
  }

  /** Runs everything; the first round warms up and does not count. */
  public void print(String title) throws Exception {
    run();
    System.out.println(title);
    for (Variant variant : variants) {
      System.out.println(rates(variant));
    }
  }

  /**
   * Runs everything as {@link #print(String)} does, and prints besides what processor time each
   * variant took.
   *
   * @param utterances how many a call of a variant does
   */
  public void printWithProcessorTime(String title, int utterances) throws Exception {
    run();
    System.out.println(title);
    double first = variants.get(0).micros();
    for (Variant variant : variants) {
      System.out.printf(
          Locale.ROOT,
          "%s; %.2f µs of processor time each, %.3f times the first%n",
          rates(variant),
          variant.micros() / utterances,
          variant.micros() / first);
    }
  }

  private void run() throws Exception {
    for (int round = -1; round < ROUNDS; round++) {
      for (Variant variant : variants) {
        variant.run(round >= 0);
      }
    }
  }

  private String rates(Variant variant) {
    return String.format(
        Locale.ROOT,
        "  %-28s %,9.0f a second (%,.0f to %,.0f), %.2f times the first",
        variant.name(),
        variant.quantile(0.5),
        variant.quantile(0),
        variant.quantile(1),
        variant.quantile(0.5) / variants.get(0).quantile(0.5));
  }
}
