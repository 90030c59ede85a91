package io.garam.app.evaluate;

import io.garam.app.options.Columns;
import io.garam.app.options.ModelFolder;
import io.garam.app.options.ThresholdOptions;
import io.garam.app.options.TrustedKeysOption;
import io.garam.app.output.ReportFile;
import io.garam.app.usage.UsageException;
import io.garam.nlu.GaramException;
import io.garam.nlu.Thresholds;
import io.garam.nlu.signature.TrustedKeys;
import io.garam.training.corpus.Corpus;
import io.garam.training.corpus.reader.CorpusReader;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The flags that say which models are measured, on which corpus, and where the report goes. */
final class EvaluateOptions {

  @Option(
      names = "--model",
      required = true,
      paramLabel = "DIR",
      description = "The model: a folder that `garam train` wrote, or one from models/.")
  private Path model;

  @Mixin private ThresholdOptions thresholds = new ThresholdOptions();

  @Option(
      names = "--against",
      paramLabel = "DIR",
      description =
          "Another model to compare it with: which of the two is better, how sure that is, and"
              + " which labels change. It keeps its own threshold.")
  private @Nullable Path against;

  @Mixin private TrustedKeysOption trustedKeys = new TrustedKeysOption();

  @Option(
      names = "--corpus",
      required = true,
      paramLabel = "FILE",
      description =
          "The labelled utterances, in any form that `garam train` reads, such as .tsv or .csv with"
              + " a header row or .jsonl with an object a line; - for the standard input.")
  private Path corpus;

  @Option(
      names = "--columns",
      paramLabel = "text=COLUMN,label=COLUMN",
      description =
          "Which columns, or JSON pointers such as /data/text, hold the utterance and its label."
              + " Default: text, sentence or utterance; label, label_new or intent.")
  private @Nullable String columns;

  @Option(
      names = "--report",
      paramLabel = "FILE.html",
      description =
          "Also write a report for a browser or paper: figures, comparison, confusions,"
              + " reliability, what other thresholds would give, and the most confident errors. It quotes"
              + " utterances.")
  private @Nullable Path report;

  /**
   * Checks the flags before any work.
   *
   * @throws UsageException if the columns cannot be understood
   * @throws GaramException if the report cannot be written
   */
  void check() {
    if (report != null) {
      ReportFile.check("--report", report);
    }
    Columns.of(columns);
    thresholds.given();
  }

  /**
   * Reads the corpus.
   *
   * @param warnings hears what a user should know, a sentence each
   * @throws GaramException if it cannot be used
   */
  Corpus corpus(Consumer<String> warnings) {
    return CorpusReader.read(corpus, Columns.of(columns), warnings);
  }

  /** Returns the folder of the model. */
  Path model() {
    return ModelFolder.of(model);
  }

  /** Returns the thresholds that hold instead of the model's own. */
  Thresholds thresholds() {
    return thresholds.given();
  }

  /** Returns the folder of the other model, null where the model is measured alone. */
  @Nullable Path against() {
    return against == null ? null : ModelFolder.of(against);
  }

  /**
   * Reads the keys one of which must have signed each model.
   *
   * @throws GaramException if one cannot be read
   */
  TrustedKeys trustedKeys() {
    return TrustedKeys.read(trustedKeys.paths());
  }

  /** Returns where the report goes, null for nowhere. */
  @Nullable Path report() {
    return report;
  }
}
