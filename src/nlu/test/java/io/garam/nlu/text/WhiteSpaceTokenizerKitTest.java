package io.garam.nlu.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** White space passes the kit, and what it splits is what stood there. */
final class WhiteSpaceTokenizerKitTest implements TokenizerKit {

  @Override
  public Tokenizer tokenizer(boolean lowerCase, int maxTokens) {
    return new WhiteSpaceTokenizer(lowerCase, maxTokens);
  }

  @Test
  void joinedWithSpacesTheTokensAreTheTextAgain() {
    Tokenizer tokenizer = tokenizer(true, 128);
    Random random = new Random(22);
    for (int i = 0; i < MixedTexts.MANY; i++) {
      String text = MixedTexts.next(random);
      StringBuilder spaced = new StringBuilder();
      NormalForm.of(text, true, 1_000_000)
          .chars()
          .forEach(c -> spaced.append(NormalForm.isSeparator(c) ? ' ' : (char) c));
      assertThat(String.join(" ", tokenizer.tokenize(text)))
          .as(MixedTexts.escaped(text))
          .isEqualTo(spaced.toString().trim().replaceAll(" +", " "));
    }
  }

  @Test
  void itsTokensJoinedGiveTheSameTokensAgain() {
    Tokenizer tokenizer = tokenizer(true, 128);
    Random random = new Random(23);
    for (int i = 0; i < MixedTexts.MANY; i++) {
      // A sigma ends a word or does not, and a dot of an I may have to change places with a mark.
      var tokens = tokenizer.tokenize(MixedTexts.next(random).replaceAll("[Σςİ]", ""));
      assertThat(tokenizer.tokenize(String.join(" ", tokens))).isEqualTo(tokens);
    }
  }

  @Test
  void charactersThatShowNothingStayWhereSomethingElseIsToBeSeen() {
    assertThat(tokenizer(true, 9).tokenize("\ufeffa\u200bb \u3164"))
        .containsExactly("\ufeffa\u200bb", "\u3164");
  }

  @Test
  void theNoBreakSpacesPartWordsToo() {
    assertThat(tokenizer(true, 9).tokenize("a\u00a0b\u202fc\u2007d\u205fe\u1680f"))
        .containsExactly("a", "b", "c", "d", "e", "f");
  }

  @Test
  void whatIsWrittenFromTheRightIsSplitInTheOrderInWhichItIsRead() {
    assertThat(tokenizer(true, 9).tokenize("שלום עולם!")).containsExactly("שלום", "עולם!");
  }

  @Test
  void emojiThatAreJoinedStayOneToken() {
    String family = "\ud83d\udc69\u200d\ud83d\udc69\u200d\ud83d\udc66";
    assertThat(tokenizer(true, 9).tokenize(family + " \ud83c\uddf0\ud83c\uddf7"))
        .containsExactly(family, "\ud83c\uddf0\ud83c\uddf7");
  }
}
