package io.garam.training.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import io.garam.nlu.encoding.CharacterNgrams;
import io.garam.nlu.encoding.Vocabulary;
import io.garam.nlu.text.CharacterTokenizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class CharacterIndexTest {

  private static final int WIDTH = 4;

  private final CharacterNgrams characters =
      new CharacterNgrams(new CharacterTokenizer(true, 256), 32_768, 1);
  private final CharacterIndex tokenIndex = new CharacterIndex(characters);
  private final Random random = new Random(1);

  @Test
  void anIdStandsForTheRowsOfACharacterAndNoOthers() {
    Map<List<Integer>, Integer> known = new HashMap<>();
    for (int text = 0; text < 2_000; text++) {
      String said = syllables(20);
      int[] rows = characters.rows(said);
      int[] ids = tokenIndex.ids(said);
      assertThat(ids).hasSize(rows.length / WIDTH).doesNotContain(TokenIndex.BLANK);
      for (int i = 0; i < ids.length; i++) {
        List<Integer> own =
            IntStream.range(i * WIDTH, (i + 1) * WIDTH).mapToObj(at -> rows[at]).toList();
        // New ones are numbered as they come.
        known.putIfAbsent(own, known.size() + 1);
        assertThat(ids[i]).isEqualTo(known.get(own));
        assertThat(tokenIndex.embeddingRows(ids[i]).ngrams())
            .isEqualTo(own.stream().filter(row -> row != 0).mapToInt(row -> row).toArray());
      }
    }
    assertThat(known.size()).isGreaterThan(10_000);
  }

  @Test
  void theBlankHasNoRows() {
    EmbeddingRows blank = tokenIndex.embeddingRows(TokenIndex.BLANK);

    assertThat(blank.own()).isEqualTo(Vocabulary.PADDING);
    assertThat(blank.ngrams()).isEmpty();
    assertThat(tokenIndex.ids("")).isEmpty();
  }

  /** Issue 12: each took some 200 bytes, and a million rows of Korean have millions of them. */
  @Test
  void aCharacterTakesFewBytes() {
    long before = heap();
    int most = 0;
    for (int text = 0; text < 20_000; text++) {
      most = Math.max(most, Arrays.stream(tokenIndex.ids(syllables(20))).max().orElseThrow());
    }
    double bytes = (double) (heap() - before) / most;

    assertThat(most).isGreaterThan(200_000);
    assertThat(bytes).isLessThan(65);
  }

  private String syllables(int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append((char) (0xAC00 + random.nextInt(11_172)));
    }
    return text.toString();
  }

  private static long heap() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }
}
