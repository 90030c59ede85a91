package io.garam.nlu.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.garam.nlu.text.CharacterTokenizer;
import io.garam.nlu.text.WordTokenizer;
import java.util.List;
import org.junit.jupiter.api.Test;

final class UtteranceEncoderTest {

  private final Subwords subwords =
      new Subwords(new Subwords.Lengths(1, 2), new Subwords.Lengths(2, 3), 100);
  private final UtteranceEncoder encoder = encoder(false);

  private UtteranceEncoder encoder(boolean characters) {
    return new UtteranceEncoder(
        new WordTokenizer(true, 128),
        new Vocabulary(List.of("내일", "?")),
        subwords,
        characters ? new CharacterNgrams(new CharacterTokenizer(true, 256), 100) : null);
  }

  @Test
  void knownTokensAreRowsAndUnknownOnesAreSpelled() {
    EncodedUtterance encoded = encoder.encode("내일 일정?");
    assertThat(encoded.words()).containsExactly(2, Vocabulary.UNKNOWN, 3);
    assertThat(encoded.subwords()).hasSize(1);
    assertThat(encoded.subwords().get(0)).containsExactly(subwords.rows("일정"));
    assertThat(encoded.length()).isEqualTo(3);
  }

  @Test
  void aBlankTextIsEmptyInBothViews() {
    EncodedUtterance blank = encoder(true).encode(" \u0085 ");
    assertThat(blank.length()).isZero();
    assertThat(blank.characterCount()).isZero();
    assertThat(encoder.isBlank(" \u0085 ")).isTrue();
    assertThat(encoder.isBlank("?")).isFalse();
  }

  @Test
  void charactersAreEncodedOnlyWhereTheModelReadsThem() {
    assertThat(encoder.encode("내일 일정?").characterCount()).isZero();
    EncodedUtterance both = encoder(true).encode("내일 일정?");
    assertThat(both.characterCount()).isEqualTo(7);
    assertThat(both.words()).containsExactly(2, Vocabulary.UNKNOWN, 3);
  }

  @Test
  void aVocabularyWithARepeatIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Vocabulary(List.of("a", "b", "a")))
        .withMessageContaining("\"a\" twice");
  }

  @Test
  void theTableHoldsPaddingAndUnknownToo() {
    assertThat(new Vocabulary(List.of("a", "b")).size()).isEqualTo(4);
  }
}
