package io.garam.nlu.encoding;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The letters of syllables. */
final class JamoTest {

  private static String decomposed(int codePoint) {
    int[] letters = new int[1 + Jamo.MOST];
    return new String(letters, 1, Jamo.decompose(codePoint, letters, 1) - 1);
  }

  @Test
  void everySyllableHasTheLettersThatUnicodeGivesIt() {
    for (char syllable = '가'; syllable <= '힣'; syllable++) {
      assertThat(Jamo.isSyllable(syllable)).isTrue();
      assertThat(decomposed(syllable))
          .isEqualTo(Normalizer.normalize(String.valueOf(syllable), Normalizer.Form.NFD));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {'a', 'ㄱ', 0xABFF, 0xD7A4, 0x1100, 0x1F600})
  void anythingElseStaysAsItIs(int codePoint) {
    assertThat(Jamo.isSyllable(codePoint)).isFalse();
    assertThat(decomposed(codePoint)).isEqualTo(Character.toString(codePoint));
  }
}
