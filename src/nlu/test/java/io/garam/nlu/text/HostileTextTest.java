package io.garam.nlu.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.garam.nlu.text.HostileTexts.Kind;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No text takes a tokenizer longer than its length explains. */
final class HostileTextTest {

  /**
   * Linear code needs some 0.1 s, more on a busy machine; quadratic code half a minute and more.
   */
  private static final Duration LIMIT = Duration.ofSeconds(10);

  private static final int MAX_TOKENS = 128;
  private static final int MAX_CHARACTERS = 256;
  private static final List<Tokenizer> TOKENIZERS =
      List.of(
          new WordTokenizer(true, MAX_TOKENS),
          new WhiteSpaceTokenizer(true, MAX_TOKENS),
          new MorphemeTokenizer(true, MAX_TOKENS));
  private static final CharacterTokenizer CHARACTERS = new CharacterTokenizer(true, MAX_CHARACTERS);

  @BeforeAll
  static void dictionaryIsLoaded() {
    assertThat(TOKENIZERS).noneMatch(tokenizer -> tokenizer.tokenize("안녕하세요").isEmpty());
  }

  static List<Kind> kinds() {
    return HostileTexts.KINDS;
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void aTextOf255000CharactersTakesNoTime(Kind kind) {
    isReadInTime(kind.text(255_000));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void aTextOf4000000CharactersTakesNoTime(Kind kind) {
    isReadInTime(kind.text(4_000_000));
  }

  private static void isReadInTime(String text) {
    for (Tokenizer tokenizer : TOKENIZERS) {
      List<String> tokens = assertTimeoutPreemptively(LIMIT, () -> tokenizer.tokenize(text));
      assertThat(tokens.size()).isBetween(1, MAX_TOKENS);
    }
    int[] characters = assertTimeoutPreemptively(LIMIT, () -> CHARACTERS.characters(text));
    assertThat(characters.length).isBetween(1, MAX_CHARACTERS);
  }
}
