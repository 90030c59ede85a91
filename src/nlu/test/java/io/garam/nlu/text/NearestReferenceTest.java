package io.garam.nlu.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The distance beside its definition, written as it stands in the papers. */
final class NearestReferenceTest {

  private static final int RANDOM_WORDS = 3_000;

  @Test
  void theDistanceIsThatOfTheDefinition() {
    Random random = new Random(61);
    for (int i = 0; i < RANDOM_WORDS; i++) {
      String one = word(random);
      String other = word(random);
      assertThat(Nearest.distance(one, other))
          .as("%s and %s", one, other)
          .isEqualTo(defined(one, other))
          .isEqualTo(Nearest.distance(other, one))
          .isEqualTo(Nearest.distance(reversed(one), reversed(other)));
    }
  }

  /** The recursion of the optimal string alignment distance, on ends of words. */
  private static int defined(String one, String other) {
    int m = one.length();
    int n = other.length();
    if (m == 0 || n == 0) {
      return m + n;
    }
    String shorter = one.substring(0, m - 1);
    String otherShorter = other.substring(0, n - 1);
    int same = one.charAt(m - 1) == other.charAt(n - 1) ? 0 : 1;
    int least = defined(shorter, otherShorter) + same;
    least = Math.min(least, defined(shorter, other) + 1);
    least = Math.min(least, defined(one, otherShorter) + 1);
    boolean swapped =
        m > 1
            && n > 1
            && one.charAt(m - 1) == other.charAt(n - 2)
            && one.charAt(m - 2) == other.charAt(n - 1);
    return swapped
        ? Math.min(least, defined(one.substring(0, m - 2), other.substring(0, n - 2)) + 1)
        : least;
  }

  @ParameterizedTest
  @CsvSource({
    "'', '', 0",
    "a, '', 1",
    "ca, abc, 3",
    "abcd, badc, 2",
    "abc, cab, 2",
    "aaaa, aa, 2",
    "한국어, 한국, 1",
    "--input, --imput, 1"
  })
  void casesByHandHaveTheirDistance(String one, String other, int distance) {
    assertThat(Nearest.distance(one, other)).isEqualTo(distance);
  }

  @Test
  void everyThirdLetterMayBeASlipAndNoMore() {
    assertThat(Nearest.to("abx", List.of("abc"))).contains("abc");
    assertThat(Nearest.to("ax", List.of("ab"))).isEmpty();
    assertThat(Nearest.to("abcdxy", List.of("abcdef"))).contains("abcdef");
    assertThat(Nearest.to("abcxyz", List.of("abcdef"))).isEmpty();
    assertThat(Nearest.to("ab", List.of("ab"))).contains("ab");
  }

  @Test
  void theNearestIsFoundInWhateverOrderTheNamesCome() {
    assertThat(Nearest.to("tagg", List.of("tagger", "tag", "tags"))).contains("tag");
    assertThat(Nearest.to("tagg", Set.of("tags", "tag"))).contains("tag");
    assertThat(Nearest.to("trian", List.of("zzz", "train", "trial"))).contains("train");
  }

  @Test
  void ofTwoAsNearTheFirstInTheAlphabetIsNamed() {
    assertThat(Nearest.to("bat", List.of("rat", "cat", "hat"))).contains("cat");
  }

  @Test
  void anEmptyNameIsNeverMeant() {
    assertThat(Nearest.to("abc", List.of(""))).isEmpty();
  }

  private static String word(Random random) {
    StringBuilder word = new StringBuilder();
    for (int left = random.nextInt(7); left > 0; left--) {
      word.append("abc".charAt(random.nextInt(3)));
    }
    return word.toString();
  }

  private static String reversed(String word) {
    return new StringBuilder(word).reverse().toString();
  }
}
