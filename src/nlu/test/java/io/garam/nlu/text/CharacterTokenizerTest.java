package io.garam.nlu.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.text.Normalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CharacterTokenizerTest {

  private final CharacterTokenizer characters = new CharacterTokenizer(true, 256);

  @Test
  void anyWhiteSpaceBetweenWordsIsOneSeparatorAndThereIsNoneAtTheEnds() {
    assertThat(text(" \t내일 \u3000\u0000 일정?\r\n")).isEqualTo("내일 일정?");
  }

  @Test
  void lettersAreLowerCasedAndComposed() {
    assertThat(text(Normalizer.normalize("KTX 안녕", Normalizer.Form.NFD))).isEqualTo("ktx 안녕");
    assertThat(new CharacterTokenizer(false, 9).characters("Ok")).containsExactly('O', 'k');
  }

  @Test
  void aCharacterBeyondSixteenBitsIsOne() {
    assertThat(characters.characters("😀 가")).containsExactly(0x1F600, ' ', '가');
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", " \t\n\u0000\u0085", "가", "?", "\u0000a", "\ud800"})
  void whatIsBlankInWordsIsBlankInCharacters(String text) {
    assertThat(characters.characters(text).length == 0)
        .isEqualTo(new WordTokenizer(true, 128).tokenize(text).isEmpty());
  }

  @Test
  void keepsTheStartOfALongText() {
    CharacterTokenizer three = new CharacterTokenizer(true, 3);
    assertThat(three.characters("ab cd")).containsExactly('a', 'b', ' ');
    assertThat(three.characters("abcd")).containsExactly('a', 'b', 'c');
    assertThat(three.characters("가".repeat(100_000))).hasSize(3);
  }

  @Test
  void aLimitBelowOneIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CharacterTokenizer(true, 0))
        .withMessageContaining("maxCharacters");
  }

  private String text(String text) {
    int[] found = characters.characters(text);
    return new String(found, 0, found.length);
  }
}
