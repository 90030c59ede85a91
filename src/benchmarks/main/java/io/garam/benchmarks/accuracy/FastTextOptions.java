package io.garam.benchmarks.accuracy;

import io.garam.nlu.GaramException;

/** Options of fastText, which {@code peers/tune_fasttext.py} found best for each corpus. */
final class FastTextOptions {

  private FastTextOptions() {}

  /**
   * Returns the options for a corpus, as a command line has them.
   *
   * @throws GaramException if they were not tuned for it
   */
  static String of(MeasuredCorpus corpus) {
    return switch (corpus.name()) {
      case "3i4k" -> "-minn 1 -maxn 3 -wordNgrams 3 -lr 0.5 -epoch 5 -dim 50";
      case "clinc150" -> "-minn 3 -maxn 6 -wordNgrams 3 -lr 1 -epoch 40 -dim 100";
      case "atis" -> "-minn 0 -maxn 0 -wordNgrams 2 -lr 0.5 -epoch 20 -dim 50";
      case "korean-small" -> "-minn 1 -maxn 3 -wordNgrams 3 -lr 0.5 -epoch 20 -dim 50";
      case "clinc-small" -> "-minn 3 -maxn 6 -wordNgrams 2 -lr 1 -epoch 100 -dim 100";
      case "atis-small" -> "-minn 2 -maxn 4 -wordNgrams 2 -lr 1 -epoch 50 -dim 100";
      default ->
          throw new GaramException(
              "Expected a corpus that fastText's options were tuned for, but found "
                  + corpus.name()
                  + "; run src/benchmarks/peers/tune_fasttext.py on its folder and add what it"
                  + " finds to FastTextOptions.");
    };
  }
}
