package io.garam.nlu.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.garam.nlu.text.CharacterTokenizer;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class CharacterNgramsTest {

  private final CharacterNgrams ngrams = ngrams(1 << 20);

  @Test
  void aCharacterHasARowForEachNgramThatEndsThereAndSoHasTheEnd() {
    int[] rows = ngrams.rows("가나다라마");
    assertThat(rows).hasSize(6 * 4);
    assertThat(Arrays.stream(rows).skip(8).distinct()).hasSize(16).doesNotContain(0);
  }

  @Test
  void theStartIsMarkedAndNothingIsBeforeIt() {
    assertThat(Arrays.stream(ngrams.rows("가나")).map(row -> row == 0 ? 0 : 1))
        .containsExactly(1, 1, 0, 0, 1, 1, 1, 0, 1, 1, 1, 1);
    assertThat(ngrams.rows("가")[1]).isNotEqualTo(ngrams.rows("나가")[5]);
  }

  @Test
  void theSameNgramHasTheSameRowWhereverItStands() {
    int[] here = ngrams.rows("비 와?");
    int[] there = ngrams.rows("내일은 비 와?");
    assertThat(Arrays.copyOfRange(there, 28, 36)).isEqualTo(Arrays.copyOfRange(here, 12, 20));
  }

  @Test
  void aBlankTextHasNoEndEither() {
    assertThat(ngrams.rows(" \n")).isEmpty();
  }

  @Test
  void orderMatters() {
    assertThat(ngrams.rows("가나")[5]).isNotEqualTo(ngrams.rows("나가")[5]);
  }

  @Test
  void rowsStayWithinTheTableAndSinglesKeepToTheirPart() {
    int[] rows = ngrams(16).rows("the quick brown fox jumps over the lazy dog");
    assertThat(rows).contains(1, 2, 3, 16);
    for (int i = 0; i < rows.length; i++) {
      boolean single = i % 4 == 0;
      assertThat(rows[i])
          .matches(row -> single ? row == 1 || row == 2 : row == 0 || (row > 2 && row <= 16));
    }
  }

  @Test
  void tooFewBucketsAreRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> ngrams(7)).withMessageContaining("are 7");
  }

  private static CharacterNgrams ngrams(int buckets) {
    return new CharacterNgrams(new CharacterTokenizer(true, 256), buckets, 1);
  }
}
