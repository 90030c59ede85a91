package io.garam.benchmarks.footprint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LargeCorpusTest {

  @TempDir private Path folder;

  private List<String> rows(int count) throws IOException {
    Path file = folder.resolve(count + ".tsv");
    LargeCorpus.write(file, count);
    return Files.readAllLines(file);
  }

  @Test
  void aLargerCorpusBeginsWithASmallerOne() throws IOException {
    List<String> rows = rows(300);

    assertThat(rows).hasSize(301).startsWith(rows(100).toArray(String[]::new));
    assertThat(rows.get(0)).isEqualTo("text\tlabel");
  }

  @Test
  void everyRowHasThreeToTwentyWordsAndALabel() throws IOException {
    List<String> rows = rows(500).subList(1, 501);

    assertThat(rows).allMatch(row -> row.matches("\\S+( \\S+){2,19}\tintent-\\d\\d"));
    assertThat(rows.stream().map(row -> row.substring(row.indexOf('\t'))).distinct())
        .hasSize(LargeCorpus.LABELS);
  }

  @Test
  void noTwoRanksAreSpelledAlike() {
    assertThat(IntStream.rangeClosed(1, 50_000).mapToObj(LargeCorpus::word).distinct())
        .hasSize(50_000);
  }
}
