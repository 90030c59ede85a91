package io.garam.training.corpus.reader;

import io.garam.nlu.GaramException;
import io.garam.nlu.io.FileFault;
import java.io.EOFException;
import java.io.IOException;
import java.util.zip.ZipException;

/** Says why a corpus's bytes cannot be read, and what to do about it. */
final class UnreadableCorpus {

  private UnreadableCorpus() {}

  /**
   * Returns the error.
   *
   * @param name what messages call the corpus
   */
  static GaramException error(String name, IOException e) {
    if (e instanceof EOFException) {
      return new GaramException(
          "Expected a whole gzip file in the corpus "
              + name
              + ", but it ends in the middle; fetch it or compress it again.",
          e);
    }
    if (e instanceof ZipException) {
      return new GaramException(
          "Expected a sound gzip file in the corpus "
              + name
              + ", but it is damaged ("
              + e.getMessage()
              + "); fetch it or compress it again.",
          e);
    }
    return new GaramException(
        "Expected to read the corpus "
            + name
            + ", but that failed ("
            + FileFault.of(e)
            + "); check that you may read it.",
        e);
  }
}
