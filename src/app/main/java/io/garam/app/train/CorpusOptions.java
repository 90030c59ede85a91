package io.garam.app.train;

import io.garam.app.options.Columns;
import io.garam.app.usage.UsageException;
import io.garam.training.corpus.Corpus;
import io.garam.training.corpus.reader.CorpusReader;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The flags that name the corpora, for training and for validation. */
final class CorpusOptions {

  @Option(
      names = "--corpus",
      required = true,
      paramLabel = "FILE",
      description =
          "Training set: the labelled utterances, in UTF-8, also compressed by gzip or through a"
              + " pipe, - for the standard input: TSV or CSV with a header row, JSON Lines or a"
              + " JSON array of objects, exports of Label Studio, Doccano and Prodigy, fastText's"
              + " __label__ lines, Rasa's NLU YAML, or a dialogue-act corpus with the header"
              + " Speaker, Utterance, old act, new act, tab-separated, and utterances as"
              + " morpheme/TAG|morpheme/TAG.")
  private Path corpus;

  @Option(
      names = "--valid",
      paramLabel = "FILE",
      description =
          "Validation set: labelled utterances to choose the best epoch and to calibrate with, with"
              + " the same columns. Default: a tenth of the corpus, split off.")
  private @Nullable Path valid;

  @Option(
      names = "--columns",
      paramLabel = "text=COLUMN,label=COLUMN",
      description =
          "Which columns, or JSON pointers such as /data/text, hold the utterance and its label,"
              + " and, with dialogue=COLUMN, its dialogue. Default: text, sentence or utterance;"
              + " label, label_new or intent; dialogue and speaker, if any.")
  private @Nullable String columns;

  /**
   * Checks the flags before any work.
   *
   * @throws UsageException if the columns cannot be understood, or both corpora are to come from
   *     the standard input
   */
  void check() {
    Columns.of(columns);
    if (valid != null
        && CorpusReader.isStandardInput(corpus)
        && CorpusReader.isStandardInput(valid)) {
      throw new UsageException(
          "Expected one corpus on the standard input, but found - for both --corpus and --valid;"
              + " name a file for one of them.");
    }
  }

  /**
   * Reads the corpus to learn from.
   *
   * @param warnings hears what a user should know, a sentence each
   * @throws io.garam.nlu.GaramException if it cannot be used
   */
  Corpus train(Consumer<String> warnings) {
    return CorpusReader.read(corpus, Columns.of(columns), warnings);
  }

  /** Reads the validation corpus likewise; null for a part of the other. */
  @Nullable Corpus validation(Consumer<String> warnings) {
    return valid == null ? null : CorpusReader.read(valid, Columns.of(columns), warnings);
  }
}
