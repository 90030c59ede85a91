package io.garam.nlu.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.text.Normalizer;
import org.junit.jupiter.api.Test;

final class WordTokenizerTest {

  private final Tokenizer words = new WordTokenizer(true, 128);

  @Test
  void splitsAtWhiteSpaceOfAnyKind() {
    assertThat(words.tokenize(" 내일\t일정\u00a0알려\u3000줘\u2028요\r\n"))
        .containsExactly("내일", "일정", "알려", "줘", "요");
  }

  @Test
  void marksAreTokensOfTheirOwn() {
    assertThat(words.tokenize("what's up,\"doc\"?!"))
        .containsExactly("what", "'", "s", "up", ",", "\"", "doc", "\"", "?", "!");
  }

  @Test
  void lowerCasesByNoParticularLanguage() {
    assertThat(words.tokenize("TITLE Ärger")).containsExactly("title", "ärger");
  }

  @Test
  void keepsCaseWhereAsked() {
    assertThat(new WordTokenizer(false, 128).tokenize("Ok")).containsExactly("Ok");
  }

  @Test
  void hangulTypedAsJamoIsTheSameWord() {
    String decomposed = Normalizer.normalize("안녕하세요", Normalizer.Form.NFD);
    assertThat(decomposed).isNotEqualTo("안녕하세요");
    assertThat(words.tokenize(decomposed)).containsExactly("안녕하세요");
  }

  @Test
  void aBlankTextHasNoTokens() {
    assertThat(words.tokenize("")).isEmpty();
    assertThat(words.tokenize(" \t\n\u0000\u0085")).isEmpty();
  }

  @Test
  void keepsTheStartOfALongText() {
    assertThat(new WordTokenizer(true, 3).tokenize("a b, c d")).containsExactly("a", "b", ",");
    assertThat(new WordTokenizer(true, 2).tokenize("a b, c d")).containsExactly("a", "b");
  }

  @Test
  void aLimitBelowOneIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new WordTokenizer(true, 0))
        .withMessageContaining("maxTokens");
  }
}
