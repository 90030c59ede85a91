package io.garam.nlu.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The property beside what Unicode publishes of it. */
final class InvisibleTest {

  /** "Total code points: 4174", below the list in DerivedCoreProperties.txt, version 15.1. */
  private static final int CODE_POINTS = 4_174;

  @Test
  void thereAreAsManyCodePointsAsUnicodeCounts() {
    assertThat(IntStream.rangeClosed(0, Character.MAX_CODE_POINT).filter(Invisible::is))
        .hasSize(CODE_POINTS);
  }

  /**
   * By its definition (UAX #44): format characters, variation selectors and those listed as Other,
   * without white space, the interlinear annotations, the signs that stand before a number, and the
   * Egyptian ones.
   */
  @Test
  void everyFormatCharacterIsInvisibleUnlessItIsOneThatShows() {
    assertThat(
            IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .filter(c -> Character.getType(c) == Character.FORMAT && !Invisible.is(c)))
        .allMatch(
            c ->
                (c >= 0x600 && c <= 0x605)
                    || c == 0x6dd
                    || c == 0x70f
                    || (c >= 0x890 && c <= 0x891)
                    || c == 0x8e2
                    || (c >= 0xfff9 && c <= 0xfffb)
                    || c == 0x110bd
                    || c == 0x110cd
                    || (c >= 0x13430 && c <= 0x1345f));
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        0xac, 0xae, 0x34e, 0x350, 0x115e, 0x1161, 0x180a, 0x1810, 0x200a, 0x2010, 0x2029, 0x202f,
        0x205f, 0x2070, 0x3163, 0x3165, 0xfdff, 0xfe10, 0xfefe, 0xff00, 0xff9f, 0xffa1, 0xffef,
        0xfff9, 0x1bc9f, 0x1bca4, 0x1d172, 0x1d17b, 0xdffff, 0xe1000, 0, 'a', 0x10ffff, -1
      })
  void theNeighboursOfEveryRangeAreVisible(int codePoint) {
    assertThat(Invisible.is(codePoint)).isFalse();
  }

  @Test
  void noLetterOrDigitThatAnyoneTypesIsInvisible() {
    assertThat(
            IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .filter(c -> Character.isLetterOrDigit(c) && Invisible.is(c))
                .mapToObj(Character::getName))
        .containsExactlyInAnyOrder(
            "HANGUL CHOSEONG FILLER",
            "HANGUL JUNGSEONG FILLER",
            "HANGUL FILLER",
            "HALFWIDTH HANGUL FILLER");
  }
}
