package io.garam.app.train.settings;

import io.garam.app.options.Ranges;
import io.garam.training.settings.OutOfScopeSettings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The flags that say what is made of utterances with none of the intents. */
final class OutOfScopeOptions {

  @Option(
      names = "--unknown-label",
      paramLabel = "LABEL",
      description = {
        "The corpus's label of utterances out of scope, with none of the intents. The model learns"
            + " low confidence on them, and answers \"unknown\" below the threshold."
            + " Default: oos where the corpus has that label, else none."
      })
  private @Nullable String unknownLabel;

  @Option(
      names = "--threshold",
      paramLabel = "CONFIDENCE",
      description =
          "The confidence below which the model answers \"unknown\", from 0 to below 1. Default:"
              + " with an unknown label, the greatest that gives up at most one in two hundred of"
              + " the right answers to the validation corpus; without one 0, and the model always"
              + " answers.")
  private @Nullable Double threshold;

  /** Returns the settings given in place of those suggested. */
  OutOfScopeSettings over(OutOfScopeSettings suggested) {
    return new OutOfScopeSettings(
        unknownLabel == null ? suggested.unknownLabel() : unknownLabel,
        threshold == null ? null : Ranges.share("threshold", threshold, 0));
  }
}
