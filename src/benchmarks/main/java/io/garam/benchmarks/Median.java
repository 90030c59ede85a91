package io.garam.benchmarks;

import java.util.List;

/** Median of measured values. */
public final class Median {

  private Median() {}

  /** Returns the middle of values or, where there are two, the mean of both. */
  public static double of(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }
}
