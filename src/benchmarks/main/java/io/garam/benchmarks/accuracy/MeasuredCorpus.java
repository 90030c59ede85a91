package io.garam.benchmarks.accuracy;

import io.garam.training.corpus.ColumnMapping;
import io.garam.training.corpus.Corpus;
import io.garam.training.corpus.reader.CorpusReader;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A corpus in a folder of its name.
 *
 * @param train the file to learn from
 * @param valid the file to choose by
 * @param test the file to measure on: {@code test.tsv} or, where there is none, that to choose by
 */
record MeasuredCorpus(String name, Path train, Path valid, Path test) {

  /** The label of utterances that have none of the intents. */
  static final String OUT_OF_SCOPE = "oos";

  static MeasuredCorpus in(Path folder) {
    Path valid = folder.resolve("valid.tsv");
    Path test = folder.resolve("test.tsv");
    return new MeasuredCorpus(
        folder.getFileName().toString(),
        folder.resolve("train.tsv"),
        valid,
        Files.exists(test) ? test : valid);
  }

  /** Reads one of the files. */
  static Corpus read(Path file) {
    return CorpusReader.read(file, ColumnMapping.DEFAULT);
  }
}
