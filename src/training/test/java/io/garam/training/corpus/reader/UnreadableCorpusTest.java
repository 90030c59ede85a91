package io.garam.training.corpus.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.util.zip.ZipException;
import org.junit.jupiter.api.Test;

final class UnreadableCorpusTest {

  @Test
  void aFileThatEndsInTheMiddleIsToBeFetchedAgain() {
    assertThat(message(new EOFException()))
        .isEqualTo(
            "Expected a whole gzip file in the corpus intents.tsv.gz, but it ends in the middle;"
                + " fetch it or compress it again.");
  }

  @Test
  void damageIsToldAsTheLibrarySawIt() {
    assertThat(message(new ZipException("Corrupt GZIP trailer")))
        .contains("it is damaged (Corrupt GZIP trailer); fetch it or compress it again.");
  }

  @Test
  void whatElseGoesWrongIsToldWithItsReason() {
    assertThat(message(new AccessDeniedException("intents.tsv.gz")))
        .startsWith("Expected to read the corpus intents.tsv.gz, but that failed (")
        .endsWith("); check that you may read it.");
  }

  private static String message(IOException fault) {
    Throwable error = UnreadableCorpus.error("intents.tsv.gz", fault);
    assertThat(error).hasCause(fault);
    return String.valueOf(error.getMessage());
  }
}
