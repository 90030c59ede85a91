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
  private final WordEncoder words =
      new WordEncoder(
          new WordView(new WordTokenizer(true, 128), subwords), new Vocabulary(List.of("내일", "?")));
  private final CharacterNgrams characters =
      new CharacterNgrams(new CharacterTokenizer(true, 256), 100, 1);
  private final UtteranceEncoder encoder = new UtteranceEncoder(words, null);
  private final UtteranceEncoder ofBoth = new UtteranceEncoder(words, characters);
  private final UtteranceEncoder ofCharacters = new UtteranceEncoder(null, characters);

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
    EncodedUtterance blank = ofBoth.encode(" \u0085 ");
    assertThat(blank.length()).isZero();
    assertThat(blank.characterSteps()).isZero();
    assertThat(ofCharacters.encode(" \u0085 ").characterSteps()).isZero();
  }

  @Test
  void withoutWordsThereAreCharactersAlone() {
    EncodedUtterance encoded = ofCharacters.encode("내일 일정?");
    assertThat(encoded.length()).isZero();
    assertThat(encoded.subwords()).isEmpty();
    assertThat(encoded.characters()).containsExactly(ofBoth.encode("내일 일정?").characters());
    assertThat(ofCharacters.vocabulary().tokens()).isEmpty();
  }

  @Test
  void whatALimitCountsAreTokensOrWithoutWordsCharacters() {
    assertThat(ofBoth.tokens("내일 일정?")).hasToString("[내일, 일정, ?]");
    assertThat(ofCharacters.tokens("내일?")).hasToString(List.of(45236, 51068, 63).toString());
  }

  @Test
  void anEncoderThatReadsNothingIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new UtteranceEncoder(null, null));
  }

  @Test
  void charactersAreEncodedOnlyWhereTheModelReadsThem() {
    assertThat(encoder.encode("내일 일정?").characterSteps()).isZero();
    EncodedUtterance both = ofBoth.encode("내일 일정?");
    assertThat(both.characterSteps()).isEqualTo(7);
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
