package io.garam.benchmarks;

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

  private final List<Variant> variants = new ArrayList<>();

  /** A way to do the work, and the rates that were measured. */
  private record Variant(String name, Callable<Double> rate, List<Double> measured) {

    double quantile(double share) {
      List<Double> sorted = measured.stream().sorted().toList();
      return sorted.get((int) (share * (sorted.size() - 1)));
    }
  }

  /**
   * Adds a variant; the first one is what the others are compared with.
   *
   * @param rate runs once and returns how many utterances it did in a second
   */
  public Medians variant(String name, Callable<Double> rate) {
    variants.add(new Variant(name, rate, new ArrayList<>()));
    return this;
  }

  /** Runs everything; the first round warms up and does not count. */
  public void print(String title) throws Exception {
    for (int round = -1; round < ROUNDS; round++) {
      for (Variant variant : variants) {
        double rate = variant.rate().call();
        if (round >= 0) {
          variant.measured().add(rate);
        }
      }
    }
    System.out.println(title);
    double first = variants.get(0).quantile(0.5);
    for (Variant variant : variants) {
      System.out.printf(
          Locale.ROOT,
          "  %-28s %,9.0f a second (%,.0f to %,.0f), %.2f times the first%n",
          variant.name(),
          variant.quantile(0.5),
          variant.quantile(0),
          variant.quantile(1),
          variant.quantile(0.5) / first);
    }
  }
}
