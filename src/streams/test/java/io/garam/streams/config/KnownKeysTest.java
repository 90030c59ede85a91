package io.garam.streams.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MisspellingTest {

  @ParameterizedTest
  @CsvSource({
    "'', '', 0",
    "'', abc, 3",
    "linger, linger, 0",
    "lnger, linger, 1",
    "lingger, linger, 1",
    "lenger, linger, 1",
    "lignre, linger, 2",
    "ligner, linger, 1",
    "ca, abc, 3",
    "kitten, sitting, 3",
    "ab, ba, 1",
    "a, b, 1"
  })
  void theDistanceIsTheFewestMistakes(String one, String other, int distance) {
    assertThat(Misspelling.distance(one, other)).isEqualTo(distance);
    assertThat(Misspelling.distance(other, one)).isEqualTo(distance);
  }

  /** By definition, without a table: each way to begin is tried. */
  private static int naive(String one, String other) {
    if (one.isEmpty() || other.isEmpty()) {
      return one.length() + other.length();
    }
    int best =
        Math.min(
            naive(one.substring(1), other.substring(1))
                + (one.charAt(0) == other.charAt(0) ? 0 : 1),
            1 + Math.min(naive(one.substring(1), other), naive(one, other.substring(1))));
    if (one.length() > 1
        && other.length() > 1
        && one.charAt(0) == other.charAt(1)
        && one.charAt(1) == other.charAt(0)) {
      best = Math.min(best, 1 + naive(one.substring(2), other.substring(2)));
    }
    return best;
  }

  @Test
  void randomWordsAreAsFarApartAsByDefinition() {
    Random random = new Random(13);
    for (int i = 0; i < 500; i++) {
      String one = word(random);
      String other = word(random);
      assertThat(Misspelling.distance(one, other))
          .as("%s and %s", one, other)
          .isEqualTo(naive(one, other));
    }
  }

  private static String word(Random random) {
    StringBuilder word = new StringBuilder();
    for (int i = random.nextInt(6); i > 0; i--) {
      word.append((char) ('a' + random.nextInt(3)));
    }
    return word.toString();
  }

  @Test
  void theNearestKeyIsTheOneWithTheFewestMistakesAndNoneThatIsFurther() {
    assertThat(KnownKeys.nearest("linger.m")).contains("linger.ms");
    assertThat(KnownKeys.nearest("acsk")).contains("acks");
    assertThat(KnownKeys.nearest("lingeer.mss")).contains("linger.ms");
    assertThat(KnownKeys.nearest("lingeerr.mss")).isEmpty();
    assertThat(KnownKeys.nearest("")).isEmpty();
  }
}
