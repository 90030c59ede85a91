package io.garam.app.train.settings;

import io.garam.app.options.Ranges;
import io.garam.training.network.Regularization;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The flags that say what keeps the network from learning by heart. */
final class RegularizationOptions {

  @Option(
      names = "--dropout",
      paramLabel = "SHARE",
      description =
          "Dropout: share of the numbers in vectors and features that are zeroed in training, at"
              + " most 0.3 in the characters view.")
  private @Nullable Double dropout;

  @Option(
      names = "--word-dropout",
      paramLabel = "SHARE",
      description = "Word dropout: share of tokens left blank in training.")
  private @Nullable Double wordDropout;

  @Option(
      names = "--row-dropout",
      paramLabel = "SHARE",
      description =
          "Row dropout: share of tokens known in training by their n-grams alone, without the row"
              + " of their own.")
  private @Nullable Double rowDropout;

  @Option(
      names = "--ngram-dropout",
      paramLabel = "SHARE",
      description =
          "N-gram dropout: share of a token's n-grams left out in training, at most 0.3 in the"
              + " characters view.")
  private @Nullable Double ngramDropout;

  @Option(
      names = "--label-smoothing",
      paramLabel = "SHARE",
      description = "Label smoothing: probability taken from the true label and spread over all.")
  private @Nullable Double labelSmoothing;

  /** Returns the shares given in place of those suggested. */
  Regularization over(Regularization suggested) {
    return new Regularization(
        Ranges.share("dropout", dropout, suggested.dropout()),
        Ranges.share("word-dropout", wordDropout, suggested.wordDropout()),
        Ranges.share("row-dropout", rowDropout, suggested.rowDropout()),
        Ranges.share("ngram-dropout", ngramDropout, suggested.ngramDropout()),
        Ranges.share("label-smoothing", labelSmoothing, suggested.labelSmoothing()));
  }
}
