package io.garam.benchmarks.accuracy;

import io.garam.evaluation.comparison.McNemar;

/**
 * Paired test of two systems on one corpus.
 *
 * @param mcNemar on the seeds of median accuracy
 */
record PairedTest(String corpus, String first, String second, McNemar mcNemar) {

  static PairedTest of(String corpus, SystemResult first, SystemResult second) {
    return new PairedTest(
        corpus,
        first.system(),
        second.system(),
        McNemar.of(first.median().inScope(), second.median().inScope()));
  }
}
