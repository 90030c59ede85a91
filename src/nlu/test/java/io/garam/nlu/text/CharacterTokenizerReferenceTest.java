package io.garam.nlu.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Characters beside a slow and plain way to the same. */
final class CharacterTokenizerReferenceTest {

  @Test
  void charactersAreTheNormalTextWithSingleSpaces() {
    Random random = new Random(31);
    for (int i = 0; i < MixedTexts.MANY; i++) {
      String text = MixedTexts.next(random).replace(LowerCaseTest.DESERET, "");
      assertThat(new CharacterTokenizer(true, 10_000).characters(text))
          .as(MixedTexts.escaped(text))
          .isEqualTo(plainly(text));
    }
  }

  private static int[] plainly(String text) {
    if (NormalForm.isBlank(text)) {
      return new int[0];
    }
    String normal = Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    StringBuilder spaced = new StringBuilder();
    normal.codePoints().forEach(c -> spaced.appendCodePoint(NormalForm.isSeparator(c) ? ' ' : c));
    return spaced.toString().replaceAll("^ +| +$", "").replaceAll(" +", " ").codePoints().toArray();
  }

  @Test
  void aLimitKeepsTheBeginningAndCountsTheSpace() {
    CharacterTokenizer all = new CharacterTokenizer(true, 99);
    int[] whole = all.characters("가 나  다라");
    assertThat(new String(whole, 0, whole.length)).isEqualTo("가 나 다라");
    for (int most = 1; most <= whole.length; most++) {
      assertThat(new CharacterTokenizer(true, most).characters("가 나  다라"))
          .isEqualTo(Arrays.copyOf(whole, most));
    }
  }

  @Test
  void aSigmaAtTheCutIsWrittenAsInTheWholeText() {
    CharacterTokenizer two = new CharacterTokenizer(true, 2);
    assertThat(two.characters("ΑΣΑ")).containsExactly('α', 'σ');
    assertThat(two.characters("ΑΣ Α")).containsExactly('α', 'ς');
    assertThat(two.characters("ΑΣ" + "Α".repeat(1_000))).containsExactly('α', 'σ');
  }

  @Test
  void aSharpSOrADottedCapitalMayTakeMoreRoomThanItHad() {
    assertThat(new CharacterTokenizer(true, 9).characters("İİ"))
        .containsExactly('i', 0x307, 'i', 0x307);
    assertThat(new CharacterTokenizer(true, 3).characters("İİ")).containsExactly('i', 0x307, 'i');
    assertThat(new CharacterTokenizer(true, 9).characters("ẞ")).containsExactly('ß');
  }

  @Test
  void halfACharacterIsKeptForWhatItIs() {
    assertThat(new CharacterTokenizer(true, 9).characters("a\ud83d")).containsExactly('a', 0xd83d);
    assertThat(new CharacterTokenizer(true, 9).characters("\ude00\ud83db"))
        .containsExactly(0xde00, 0xd83d, 'b');
  }

  @Test
  void aLimitThatKeepsNothingIsRefusedInASentence() {
    assertThatThrownBy(() -> new CharacterTokenizer(true, -3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("maxCharacters must be at least 1, but is -3; use 256 if unsure");
  }

  @Test
  void theGreatestLimitTakesNoMoreRoomThanTheText() {
    assertThat(new CharacterTokenizer(true, Integer.MAX_VALUE).characters("a b")).hasSize(3);
  }
}
