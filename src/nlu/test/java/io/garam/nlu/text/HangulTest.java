package io.garam.nlu.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class HangulTest {

  @Test
  void lettersOfEverySyllableAreTypedAsUnicodeMapsThem() {
    String letters =
        IntStream.rangeClosed('가', '힣')
            .mapToObj(syllable -> Normalizer.normalize(Character.toString(syllable), Form.NFD))
            .flatMapToInt(String::chars)
            .distinct()
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    assertThat(letters).hasSize(19 + 21 + 27);

    String typed = Hangul.withTypedLetters(letters);

    for (int i = 0; i < letters.length(); i++) {
      String name = Character.getName(letters.charAt(i)).replaceAll(".* ", "");
      assertThat(Character.getName(typed.charAt(i))).isEqualTo("HANGUL LETTER " + name);
    }
  }

  @Test
  void closingASyllableIsComposingIt() {
    for (char consonant : "ㄴㄹㅁㅂㅆ".toCharArray()) {
      assertThat(Hangul.isOpenSyllable('시')).isTrue();
      assertThat(Hangul.isOpenSyllable(Hangul.close('시', consonant))).isFalse();
    }
    assertThat(Hangul.close('시', 'ㅂ')).isEqualTo('십');
    assertThat(Hangul.close('가', 'ㅎ')).isEqualTo('갛');
  }

  @ParameterizedTest
  @CsvSource({"ㅓ, 어", "ㅏㅆ, 았", "ㅓ요, 어요", "ㅣ, 이", "ㅂ니까, ㅂ니까", "았, 았", "'', ''"})
  void aVowelAtTheStartIsWrittenAsASyllable(String letters, String written) {
    assertThat(Hangul.withWrittenVowel(letters)).isEqualTo(written);
  }
}
