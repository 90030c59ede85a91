package io.garam.training.corpus.reader;

import static org.assertj.core.api.Assertions.assertThat;

import io.garam.training.corpus.ColumnMapping;
import io.garam.training.corpus.Corpus;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A million rows are read within 4 GB if a row holds its text and little else. */
final class CorpusMemoryTest {

  private static final int ROWS = 100_000;

  @TempDir private Path folder;

  @Test
  void aRowTakesItsTextAndFewBytesMore() throws IOException {
    Path file = folder.resolve("large.csv");
    int characters = 0;
    try (BufferedWriter rows = Files.newBufferedWriter(file)) {
      rows.write("text,label,dialogue,speaker\n");
      for (int row = 0; row < ROWS; row++) {
        String text = String.format(Locale.ROOT, "please play the song number %06d", row);
        characters += text.length();
        rows.write(text + ",label " + row % 100 + ",dialogue " + row / 10 + ",customer\n");
      }
    }
    long before = heap();

    Corpus corpus = CorpusReader.read(file, ColumnMapping.DEFAULT);
    double bytes = (double) (heap() - before - characters) / ROWS;

    assertThat(corpus.size()).isEqualTo(ROWS);
    // Text 24 and its array 16, utterance 32, its places in lists 8, a tenth of a dialogue's name.
    assertThat(bytes).isLessThan(110);
  }

  private static long heap() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }
}
