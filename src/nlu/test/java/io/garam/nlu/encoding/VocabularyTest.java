package io.garam.nlu.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.garam.nlu.encoding.Subwords.Lengths;
import io.garam.nlu.text.WhiteSpaceTokenizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Rows of known words, and words that are known by their whole spelling alone. */
final class VocabularyTest {

  private static final Subwords SUBWORDS = new Subwords(new Lengths(1, 2), Lengths.NONE, 100);

  @Test
  void rowsFollowTheOrderOfTheTokensAfterPaddingAndUnknown() {
    Vocabulary vocabulary = new Vocabulary(List.of("네", "", "?", "\ud83d\ude00"));
    assertThat(vocabulary.row("네")).isEqualTo(2);
    assertThat(vocabulary.row("")).isEqualTo(3);
    assertThat(vocabulary.row("?")).isEqualTo(4);
    assertThat(vocabulary.row("\ud83d\ude00")).isEqualTo(5);
    assertThat(vocabulary.row("아니")).isEqualTo(1);
    assertThat(vocabulary.size()).isEqualTo(6);
  }

  @Test
  void whatLooksLikeAKnownTokenIsNone() {
    Vocabulary vocabulary = new Vocabulary(List.of("é", "ok"));
    assertThat(vocabulary.row("e\u0301")).isEqualTo(Vocabulary.UNKNOWN);
    assertThat(vocabulary.row("OK")).isEqualTo(Vocabulary.UNKNOWN);
    assertThat(vocabulary.row("ok ")).isEqualTo(Vocabulary.UNKNOWN);
  }

  @Test
  void tokensWithTheSameHashHaveRowsOfTheirOwn() {
    Vocabulary vocabulary = new Vocabulary(List.of("AaAa", "BBBB", "AaBB", "BBAa"));
    assertThat(vocabulary.tokens().stream().map(vocabulary::row)).containsExactly(2, 3, 4, 5);
  }

  @Test
  void theEmptyVocabularyHasTheTwoRowsThatEveryOneHas() {
    assertThat(Vocabulary.EMPTY.size()).isEqualTo(2);
    assertThat(Vocabulary.EMPTY.tokens()).isEmpty();
    assertThat(Vocabulary.EMPTY.row("네")).isEqualTo(Vocabulary.UNKNOWN);
  }

  @Test
  void aVocabularyIsThatOfTheMomentWhenItWasMade() {
    List<String> tokens = new ArrayList<>(List.of("a", "b"));
    Vocabulary vocabulary = new Vocabulary(tokens);
    tokens.set(0, "c");
    assertThat(vocabulary.tokens()).containsExactly("a", "b");
    assertThat(vocabulary.row("c")).isEqualTo(Vocabulary.UNKNOWN);
    assertThatThrownBy(() -> vocabulary.tokens().add("d"))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void aTokenThatStandsTwiceIsRefusedByItsName() {
    assertThatThrownBy(() -> new Vocabulary(List.of("a", "", "")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the vocabulary holds \"\" twice");
    assertThatThrownBy(() -> new Vocabulary(Arrays.asList("a", null)))
        .isInstanceOf(NullPointerException.class);
  }

  @Test
  void aLargeVocabularyKnowsEveryWordOfIt() {
    List<String> tokens = IntStream.range(0, 50_000).mapToObj(i -> "w" + i).toList();
    Vocabulary vocabulary = new Vocabulary(tokens);
    assertThat(IntStream.range(0, 50_000).filter(i -> vocabulary.row("w" + i) != i + 2)).isEmpty();
  }

  @Test
  void everyUnknownTokenIsSpelledInItsOrderAndEachTimeItComes() {
    WordEncoder encoder =
        new WordEncoder(
            new WordView(new WhiteSpaceTokenizer(true, 4), SUBWORDS),
            new Vocabulary(List.of("a", "b")));

    EncodedUtterance encoded = encoder.encode("x a y X b");

    assertThat(encoded.words()).containsExactly(1, 2, 1, 1);
    assertThat(encoded.subwords())
        .containsExactly(SUBWORDS.rows("x"), SUBWORDS.rows("y"), SUBWORDS.rows("x"));
    assertThat(encoded.length()).isEqualTo(4);
    assertThat(encoded.characterSteps()).isZero();
  }
}
