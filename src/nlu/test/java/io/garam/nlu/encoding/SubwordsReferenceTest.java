package io.garam.nlu.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.garam.nlu.encoding.Subwords.Lengths;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows beside those of a list of all n-grams, written out as texts. */
final class SubwordsReferenceTest {

  private static final int BUCKETS = 65_536;
  private static final String[] PIECES = {
    "a", "가", "각", "힣", "ㅋ", "é", "\ud83d\ude00", "\u1100", "\u0301", "<", ">", "1", "?"
  };

  @Test
  void rowsAreThoseOfAllNgramsWrittenOut() {
    Random random = new Random(5);
    for (int i = 0; i < 2_000; i++) {
      String token = token(random, 12);
      Lengths characters = lengths(random);
      Lengths jamo = lengths(random);
      assertThat(new Subwords(characters, jamo, BUCKETS).rows(token))
          .as("%s with %s and %s", token, characters, jamo)
          .containsExactly(writtenOut(token, characters, jamo));
    }
  }

  private static int[] writtenOut(String token, Lengths characters, Lengths jamo) {
    List<String> ngrams = new ArrayList<>(ngrams(token, characters));
    if (token.chars().anyMatch(c -> c >= '가' && c <= '힣')) {
      StringBuilder letters = new StringBuilder();
      for (int c : token.codePoints().toArray()) {
        String one = Character.toString(c);
        boolean syllable = c >= '가' && c <= '힣';
        letters.append(syllable ? Normalizer.normalize(one, Normalizer.Form.NFD) : one);
      }
      ngrams.addAll(ngrams(letters.toString(), jamo));
    }
    return ngrams.stream()
        .mapToInt(
            ngram ->
                NgramHash.row(
                    ngram.codePoints().reduce(NgramHash.START, NgramHash::append), BUCKETS))
        .toArray();
  }

  private static List<String> ngrams(String token, Lengths lengths) {
    int[] marked = ("<" + token + ">").codePoints().toArray();
    List<String> ngrams = new ArrayList<>();
    for (int start = 0; start < marked.length; start++) {
      for (int n = lengths.min(); n <= lengths.max() && start + n <= marked.length; n++) {
        boolean mark = n == 1 && (start == 0 || start == marked.length - 1);
        if (!mark) {
          ngrams.add(new String(marked, start, n));
        }
      }
    }
    return ngrams;
  }

  @Test
  void everySyllableIsSpelledInTheLettersOfItsDecomposition() {
    Subwords jamo = new Subwords(Lengths.NONE, new Lengths(1, 1), BUCKETS);
    Subwords characters = new Subwords(new Lengths(1, 1), Lengths.NONE, BUCKETS);
    for (char syllable = '가'; syllable <= '힣'; syllable++) {
      String letters = Normalizer.normalize(String.valueOf(syllable), Normalizer.Form.NFD);
      assertThat(jamo.rows(String.valueOf(syllable))).containsExactly(characters.rows(letters));
    }
  }

  @Test
  void fortyCodePointsTakePartWhateverTheirSize() {
    Subwords subwords = new Subwords(new Lengths(1, 3), new Lengths(2, 4), BUCKETS);
    for (String piece : List.of("a", "가", "\ud83d\ude00", "각")) {
      String forty = piece.repeat(40);
      assertThat(subwords.rows(forty + piece)).containsExactly(subwords.rows(forty));
      assertThat(subwords.rows(forty + "z".repeat(9))).containsExactly(subwords.rows(forty));
      assertThat(subwords.rows(piece.repeat(39))).hasSizeLessThan(subwords.rows(forty).length);
    }
  }

  @Test
  void jamoAreTakenFromTheSameFortyCodePoints() {
    Subwords jamo = new Subwords(Lengths.NONE, new Lengths(1, 1), BUCKETS);
    assertThat(jamo.rows("a".repeat(40) + "각")).isEmpty();
    assertThat(jamo.rows("a".repeat(39) + "각")).hasSize(42);
  }

  @Test
  void anEmptyTokenHasItsTwoMarksAndNothingElse() {
    assertThat(new Subwords(new Lengths(1, 1), Lengths.NONE, 9).rows("")).isEmpty();
    assertThat(new Subwords(new Lengths(1, 4), new Lengths(1, 4), 9).rows("")).hasSize(1);
  }

  @Test
  void withoutLengthsThereIsNothing() {
    assertThat(new Subwords(Lengths.NONE, Lengths.NONE, 9).rows("가나다")).isEmpty();
    assertThat(new Subwords(new Lengths(9, 9), Lengths.NONE, 9).rows("가나다")).isEmpty();
  }

  @Test
  void theGreatestLengthIsTheWholeTokenAndTakesNoRoomOfItsOwn() {
    int[] rows = new Subwords(new Lengths(1, Integer.MAX_VALUE), Lengths.NONE, BUCKETS).rows("cat");
    // <cat> has 5 + 4 + 3 + 2 + 1 n-grams, of which < and > say nothing.
    assertThat(rows).hasSize(13);
  }

  @ParameterizedTest
  @CsvSource({"0, 4", "-1, 0", "3, 2", "1, -1"})
  void lengthsThatFitNoNgramAreRefusedInASentence(int min, int max) {
    assertThatThrownBy(() -> new Lengths(min, max))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "n-gram lengths must satisfy 1 <= min <= max, or max = 0 for none, but are min "
                + min
                + " and max "
                + max);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
  void aTableWithoutRowsIsRefusedInASentence(int buckets) {
    assertThatThrownBy(() -> new Subwords(Lengths.NONE, Lengths.NONE, buckets))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("buckets must be positive, but are " + buckets);
  }

  private static Lengths lengths(Random random) {
    int min = 1 + random.nextInt(4);
    return random.nextInt(5) == 0 ? Lengths.NONE : new Lengths(min, min + random.nextInt(4));
  }

  private static String token(Random random, int longest) {
    StringBuilder token = new StringBuilder();
    for (int left = random.nextInt(longest); left > 0; left--) {
      token.append(PIECES[random.nextInt(PIECES.length)]);
    }
    return token.toString();
  }
}
