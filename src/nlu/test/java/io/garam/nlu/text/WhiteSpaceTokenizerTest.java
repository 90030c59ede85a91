package io.garam.nlu.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.text.Normalizer;
import org.junit.jupiter.api.Test;

final class WhiteSpaceTokenizerTest {

  private final Tokenizer whiteSpace = new WhiteSpaceTokenizer(true, 128);

  @Test
  void nothingButWhiteSpaceParts() {
    assertThat(whiteSpace.tokenize(" 시 ㅂ니까 ?!\t1/2\u3000what's\u2028...\r\n"))
        .containsExactly("시", "ㅂ니까", "?!", "1/2", "what's", "...");
  }

  @Test
  void theNormalFormIsThatOfWords() {
    assertThat(whiteSpace.tokenize(Normalizer.normalize("안녕 KTX", Normalizer.Form.NFD)))
        .containsExactly("안녕", "ktx");
    assertThat(new WhiteSpaceTokenizer(false, 128).tokenize("Ok")).containsExactly("Ok");
  }

  @Test
  void keepsTheStartOfALongText() {
    assertThat(new WhiteSpaceTokenizer(true, 2).tokenize("a, b c")).containsExactly("a,", "b");
  }

  @Test
  void aLimitBelowOneIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new WhiteSpaceTokenizer(true, 0))
        .withMessageContaining("maxTokens");
  }
}
