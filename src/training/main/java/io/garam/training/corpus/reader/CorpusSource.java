package io.garam.training.corpus.reader;

import io.garam.nlu.GaramException;
import java.io.FileInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Source of a corpus's bytes: a file, a pipe or the standard input.
 *
 * @param file see {@link CorpusReader#isStandardInput}
 */
record CorpusSource(Path file) {

  /** Returns what messages call the corpus. */
  String name() {
    return CorpusReader.isStandardInput(file) ? "on the standard input" : file.toString();
  }

  /** Returns what a model calls the corpus. A pipe's name differs from one run to the next. */
  String shortName() {
    if (CorpusReader.isStandardInput(file)) {
      return "standard input";
    }
    return Files.isRegularFile(file) ? String.valueOf(file.getFileName()) : "pipe";
  }

  InputStream open() throws IOException {
    if (CorpusReader.isStandardInput(file)) {
      return new FilterInputStream(System.in) {
        @Override
        public void close() {} // It is not ours.
      };
    }
    if (!Files.exists(file)) {
      throw new GaramException(
          "Expected a corpus in the file "
              + file
              + ", but there is no such file; check the path and the current folder.");
    }
    if (Files.isDirectory(file)) {
      throw new GaramException(
          "Expected a corpus in the file " + file + ", but that is a folder; name a file in it.");
    }
    return new FileInputStream(file.toFile());
  }
}
