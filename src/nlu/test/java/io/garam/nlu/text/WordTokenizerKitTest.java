package io.garam.nlu.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Words pass the kit, and split as a slow and plain splitter does. */
final class WordTokenizerKitTest implements TokenizerKit {

  @Override
  public Tokenizer tokenizer(boolean lowerCase, int maxTokens) {
    return new WordTokenizer(lowerCase, maxTokens);
  }

  @Test
  void splitsAsAPlainSplitterDoes() {
    Random random = new Random(21);
    for (int i = 0; i < MixedTexts.MANY; i++) {
      String text = MixedTexts.next(random);
      assertThat(tokenizer(true, 128).tokenize(text))
          .as(MixedTexts.escaped(text))
          .isEqualTo(plainly(NormalForm.of(text, true, 1_000_000)));
    }
  }

  /** Puts spaces around every mark and in place of every separator, and splits there. */
  private static List<String> plainly(String normal) {
    StringBuilder spaced = new StringBuilder();
    for (int i = 0; i < normal.length(); i++) {
      char c = normal.charAt(i);
      if (NormalForm.isSeparator(c)) {
        spaced.append(' ');
      } else if (".,?!'\"".indexOf(c) >= 0) {
        spaced.append(' ').append(c).append(' ');
      } else {
        spaced.append(c);
      }
    }
    List<String> tokens = new ArrayList<>(List.of(spaced.toString().split(" ")));
    tokens.removeIf(String::isEmpty);
    return tokens;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "3.14            | 3 . 14",
        "...             | . . .",
        "don''t          | don ' ' t",
        "1,000원         | 1 , 000원",
        "e-mail:a@b.c    | e-mail:a@b . c",
        "응?응!          | 응 ? 응 !",
        "。？！          | 。？！",
        "‘네’ “예”       | ‘네’ “예”",
        "a;b:c(d)        | a;b:c(d)"
      })
  void onlySixMarksAreTokensOfTheirOwn(String text, String tokens) {
    assertThat(tokenizer(true, 128).tokenize(text)).containsExactly(tokens.split(" "));
  }

  @Test
  void theGreekQuestionMarkIsTheSemicolonThatUnicodeMakesOfIt() {
    assertThat(tokenizer(true, 128).tokenize("a\u037eb")).containsExactly("a;b");
  }

  @Test
  void aMarkWithAnAccentOnItIsAMarkAndTheAccentATokenOfItsOwn() {
    assertThat(tokenizer(true, 128).tokenize("a.\u0301b")).containsExactly("a", ".", "\u0301b");
  }

  @Test
  void ofATokenBeyondTheLimitTheBeginningIsKept() {
    assertThat(tokenizer(true, 2).tokenize("가".repeat(600) + " b"))
        .containsExactly("가".repeat(512));
    assertThat(tokenizer(true, 1).tokenize("?!")).containsExactly("?");
  }

  @Test
  void theTurkishCapitalIsLowerCasedTheSameInEveryCountry() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(new Locale("tr", "TR"));
      assertThat(tokenizer(true, 9).tokenize("TITLE İI")).containsExactly("title", "i\u0307i");
    } finally {
      Locale.setDefault(before);
    }
  }
}
