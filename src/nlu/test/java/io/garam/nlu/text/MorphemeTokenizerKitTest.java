package io.garam.nlu.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Morphemes pass the kit, and split text comes to what running text comes to. */
final class MorphemeTokenizerKitTest implements TokenizerKit {

  @Override
  public Tokenizer tokenizer(boolean lowerCase, int maxTokens) {
    return new MorphemeTokenizer(lowerCase, maxTokens);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "갑니다        | 가 ㅂ니다",
        "가 ㅂ니다     | 가 ㅂ니다",
        "먹었어요      | 먹 었 어요",
        "먹 었 어요    | 먹 었 어요",
        "했어          | 하 았 어",
        "서울역에서    | 서울역 에서"
      })
  void inflectedWordsArePartedAsTaggedCorporaPartThem(String text, String morphemes) {
    assertThat(tokenizer(true, 128).tokenize(text)).containsExactly(morphemes.split(" "));
  }

  @ParameterizedTest
  @ValueSource(strings = {"내일 뭐 해?", "밥 먹었어", "어디 가십니까", "비가 와요"})
  void spacesBetweenSyllablesDecideNothing(String text) {
    assertThat(tokenizer(true, 128).tokenize(text.replace(" ", "")))
        .isEqualTo(tokenizer(true, 128).tokenize(text));
    assertThat(tokenizer(true, 128).tokenize(text.replaceAll("(?<=[가-힣])(?=[가-힣])", " ")))
        .isEqualTo(tokenizer(true, 128).tokenize(text));
  }

  @Test
  void noMorphemeHoldsAConjoiningLetterThatAKeyboardWouldNotType() {
    Random random = new Random(24);
    for (int i = 0; i < MixedTexts.MANY; i++) {
      String text = MixedTexts.next(random) + " 갑니다 했어";
      assertThat(tokenizer(true, 128).tokenize(text))
          .as(MixedTexts.escaped(text))
          .noneMatch(token -> token.chars().anyMatch(c -> c >= 0x1100 && c <= 0x1112))
          .noneMatch(token -> token.chars().anyMatch(c -> c >= 0x1161 && c <= 0x1175))
          .noneMatch(token -> token.chars().anyMatch(c -> c >= 0x11a8 && c <= 0x11c2));
    }
  }

  @Test
  void fewerTokensAreTheBeginningOfMore() {
    List<String> all = tokenizer(true, 128).tokenize("안녕하십니까? 내일 서울역에서 만납시다!");
    for (int most = 1; most <= all.size(); most++) {
      assertThat(tokenizer(true, most).tokenize("안녕하십니까? 내일 서울역에서 만납시다!"))
          .isEqualTo(all.subList(0, most));
    }
  }

  @Test
  void charactersOfOneMorphemeAreBoundedWhateverFollows() {
    String word = "a".repeat(31);
    assertThat(tokenizer(true, 1).tokenize(word + " b")).containsExactly(word);
    assertThat(tokenizer(true, 1).tokenize("a".repeat(100))).containsExactly("a".repeat(32));
  }

  @Test
  void aTextThatIsReadLeavesNothingForTheNext() {
    Tokenizer few = tokenizer(true, 1);
    for (int i = 0; i < 50; i++) {
      assertThat(few.tokenize("안녕하십니까? 내일 만나요")).containsExactly("안녕");
      assertThat(few.tokenize("ktx")).containsExactly("ktx");
    }
  }
}
