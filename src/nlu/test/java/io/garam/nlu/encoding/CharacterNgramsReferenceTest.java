package io.garam.nlu.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.garam.nlu.text.CharacterTokenizer;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows beside those of n-grams read backwards from a text with its two marks. */
final class CharacterNgramsReferenceTest {

  private static final String[] PIECES = {
    "a", "B", "가", "각", "ㅋ", " ", "  ", "\ud83d\ude00", "e\u0301", "?", "\n", "\u200b", "1"
  };

  @Test
  void rowsAreThoseOfNgramsReadBackwards() {
    Random random = new Random(6);
    for (int i = 0; i < 2_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int left = random.nextInt(12); left > 0; left--) {
        text.append(PIECES[random.nextInt(PIECES.length)]);
      }
      CharacterNgrams ngrams =
          ngrams(1 + random.nextInt(9), 8 + random.nextInt(5_000), 1 + random.nextInt(4));
      assertThat(ngrams.rows(text.toString()))
          .as("%s by %s", text, ngrams)
          .containsExactly(backwards(ngrams, text.toString()));
    }
  }

  private static int[] backwards(CharacterNgrams ngrams, String text) {
    int[] characters = ngrams.tokenizer().characters(text);
    if (characters.length == 0) {
      return characters;
    }
    // One mark before the first character and one after the last.
    int[] marked = new int[characters.length + 2];
    marked[0] = 2;
    System.arraycopy(characters, 0, marked, 1, characters.length);
    marked[marked.length - 1] = 3;
    int singles = ngrams.buckets() / 8;
    int steps = (int) Math.ceil((characters.length + 1.0) / ngrams.stride());
    int[] rows = new int[steps * ngrams.stride() * 4];
    for (int end = 1; end < marked.length; end++) {
      for (int n = 1; n <= 4 && n <= end + 1; n++) {
        int hash = NgramHash.START;
        for (int back = 0; back < n; back++) {
          hash = NgramHash.append(hash, marked[end - back]);
        }
        rows[(end - 1) * 4 + n - 1] =
            n == 1
                ? NgramHash.row(hash, singles)
                : singles + NgramHash.row(hash, ngrams.buckets() - singles);
      }
    }
    return rows;
  }

  @Test
  void theEndMarkTellsAWholeUtteranceFromTheBeginningOfOne() {
    CharacterNgrams ngrams = ngrams(256, 1 << 20);
    int[] whole = ngrams.rows("가자");
    int[] beginning = ngrams.rows("가자고");
    assertThat(Arrays.copyOf(whole, 8)).containsExactly(Arrays.copyOf(beginning, 8));
    assertThat(Arrays.copyOfRange(whole, 8, 12))
        .doesNotContain(Arrays.copyOfRange(beginning, 8, 12));
  }

  @Test
  void aTextThatWasCutEndsWithTheMarkToo() {
    assertThat(ngrams(2, 1 << 20).rows("가자고 해")).containsExactly(ngrams(2, 1 << 20).rows("가자"));
  }

  @Test
  void oneCharacterHasTwoStepsAndReachesBackToTheMark() {
    int[] rows = ngrams(9, 1 << 20).rows("네");
    assertThat(rows).hasSize(8);
    assertThat(Arrays.stream(rows).filter(row -> row == 0)).hasSize(3);
    assertThat(rows[2]).isZero();
    assertThat(rows[3]).isZero();
    assertThat(rows[7]).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 9, 15, 16, 17, 1_000})
  void singlesAndLongerNgramsNeverShareARow(int buckets) {
    CharacterNgrams ngrams = ngrams(256, buckets);
    int[] rows = ngrams.rows("다람쥐 헌 쳇바퀴에 타고파 the quick brown fox");
    for (int i = 0; i < rows.length; i++) {
      if (i % 4 == 0) {
        assertThat(rows[i]).isBetween(1, buckets / 8);
      } else if (rows[i] != 0) {
        assertThat(rows[i]).isBetween(buckets / 8 + 1, buckets);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {7, 0, -1})
  void aTableWithTooFewRowsIsRefusedInASentence(int buckets) {
    assertThatThrownBy(() -> ngrams(9, buckets))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("buckets must be at least 8, but are " + buckets);
  }

  @Test
  void aStrideBelowOneIsRefusedInASentence() {
    assertThatThrownBy(() -> ngrams(9, 8, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("stride must be positive, but is 0");
  }

  private static CharacterNgrams ngrams(int most, int buckets) {
    return ngrams(most, buckets, 1);
  }

  private static CharacterNgrams ngrams(int most, int buckets, int stride) {
    return new CharacterNgrams(new CharacterTokenizer(true, most), buckets, stride);
  }
}
