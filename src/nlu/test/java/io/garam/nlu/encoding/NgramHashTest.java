package io.garam.nlu.encoding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The hash beside values that the authors of FNV and MurmurHash3 published. */
final class NgramHashTest {

  /** From the test vectors of FNV-1a, 32 bit: code points of ASCII are its octets. */
  @ParameterizedTest
  @CsvSource({
    "'', 811c9dc5",
    "a, e40c292c",
    "b, e70c2de5",
    "fo, 6222e842",
    "foo, a9f37ed7",
    "foobar, bf9cf968"
  })
  void ngramsOfAsciiHaveTheirPublishedHash(String text, String hash) {
    assertThat(Integer.toHexString(hash(text))).isEqualTo(hash);
  }

  /** An empty input of MurmurHash3_x86_32 is nothing but its avalanche of the seed. */
  @ParameterizedTest
  @CsvSource({"0, 0", "1, 514e28b7", "ffffffff, 81f16f39"})
  void theRowIsTheRemainderOfThePublishedAvalanche(String seed, String avalanche) {
    int hash = Integer.parseUnsignedInt(seed, 16);
    long expected = Long.parseLong(avalanche, 16);
    for (int buckets : new int[] {1, 2, 7, 1_000, 65_536, 1 << 26, Integer.MAX_VALUE}) {
      assertThat(NgramHash.row(hash, buckets)).isEqualTo((int) (1 + expected % buckets));
    }
  }

  @Test
  void hashesAreThoseOfArithmeticInALong() {
    Random random = new Random(7);
    for (int i = 0; i < 10_000; i++) {
      int hash = random.nextInt();
      int codePoint = random.nextInt(Character.MAX_CODE_POINT + 1);
      long expected = ((hash ^ codePoint) & 0xffffffffL) * 16_777_619L % (1L << 32);
      assertThat(NgramHash.append(hash, codePoint)).isEqualTo((int) expected);
    }
  }

  @Test
  void aCodePointIsOneStepAndNotItsBytes() {
    assertThat(NgramHash.append(NgramHash.START, '가')).isEqualTo(hash("가"));
    assertThat(hash("가")).isNotEqualTo(hash("\u00ac\u0000"));
    assertThat(hash("\ud83d\ude00"))
        .isEqualTo(NgramHash.append(NgramHash.START, 0x1F600))
        .isNotEqualTo(NgramHash.append(NgramHash.append(NgramHash.START, 0xD83D), 0xDE00));
  }

  @Test
  void noRowIsThatOfPaddingOrBeyondTheTable() {
    Random random = new Random(8);
    for (int i = 0; i < 100_000; i++) {
      int buckets = 1 + random.nextInt(Integer.MAX_VALUE);
      assertThat(NgramHash.row(random.nextInt(), buckets)).isBetween(1, buckets);
    }
  }

  /** FNV's low bits alone would put consecutive letters into consecutive rows. */
  @Test
  void everyRowOfASmallTableIsTakenByAboutAsManyLetters() {
    int[] taken = new int[17];
    for (char letter = '가'; letter <= '힣'; letter++) {
      taken[NgramHash.row(NgramHash.append(NgramHash.START, letter), 16)]++;
    }
    // 11,172 letters in 16 rows: 698 each, with a standard deviation of 26.
    assertThat(IntStream.rangeClosed(1, 16).map(row -> taken[row]))
        .allMatch(n -> 580 < n && n < 820);
  }

  private static int hash(String text) {
    return text.codePoints().reduce(NgramHash.START, NgramHash::append);
  }
}
