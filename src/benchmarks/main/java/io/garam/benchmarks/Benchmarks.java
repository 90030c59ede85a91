package io.garam.benchmarks;

import java.nio.file.Path;

/**
 * Speed benchmarks: measures the speed of classifier and tagger with a model, and prints medians.
 */
public final class Benchmarks {

  private Benchmarks() {}

  /**
   * Measures both.
   *
   * @param args the model bundle to measure with
   */
  public static void main(String[] args) throws Exception {
    Path model = Path.of(args[0]);
    ClassifierThroughput.measure(model);
    TaggerThroughput.measure(model);
  }
}
