package io.garam.nlu.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Texts that are composed by their characters alone come out as Java's normalization has them. */
final class ComposedTextTest {

  @Test
  void everyCharacterAloneAndBesideOthersIsAsJavaComposesIt() {
    for (char character = 1; character < Character.MIN_SURROGATE; character++) {
      for (String text : new String[] {"a" + character + "b", "가" + character, "が" + character}) {
        String expected = Normalizer.normalize(text, Normalizer.Form.NFC);
        assertThat(NormalForm.of(text, false, 100))
            .as("U+%04X", (int) character)
            .isEqualTo(expected);
        if (character != 'Σ' && character != 'İ') {
          assertThat(NormalForm.of(text, true, 100)).isEqualTo(expected.toLowerCase(Locale.ROOT));
        }
      }
    }
  }

  @Test
  void separatorsAreAsJavaHasThem() {
    for (int character = 0; character <= Character.MAX_CODE_POINT; character++) {
      assertThat(NormalForm.isSeparator(character))
          .isEqualTo(
              Character.isWhitespace(character)
                  || Character.isSpaceChar(character)
                  || Character.isISOControl(character));
    }
  }
}
