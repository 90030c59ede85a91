package io.garam.nlu.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.text.Normalizer;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every tokenizer has to pass; each has a test that names it. */
interface TokenizerKit {

  /** Makes the tokenizer under test. */
  Tokenizer tokenizer(boolean lowerCase, int maxTokens);

  @Test
  default void aTextThatIsNotBlankHasATokenAndABlankOneNone() {
    Tokenizer tokenizer = tokenizer(true, 128);
    Random random = new Random(11);
    for (int i = 0; i < MixedTexts.MANY; i++) {
      String text = MixedTexts.next(random);
      assertThat(tokenizer.tokenize(text).isEmpty())
          .as(MixedTexts.escaped(text))
          .isEqualTo(NormalForm.isBlank(text));
    }
  }

  @Test
  default void noTokenIsEmptyOrHoldsASeparator() {
    Tokenizer tokenizer = tokenizer(true, 128);
    Random random = new Random(12);
    for (int i = 0; i < MixedTexts.MANY; i++) {
      String text = MixedTexts.next(random);
      assertThat(tokenizer.tokenize(text))
          .as(MixedTexts.escaped(text))
          .allMatch(token -> !token.isEmpty())
          .allMatch(token -> token.codePoints().noneMatch(NormalForm::isSeparator));
    }
  }

  @Test
  default void thereAreNeverMoreTokensThanAreKept() {
    Random random = new Random(13);
    for (int i = 0; i < MixedTexts.MANY; i++) {
      String text = MixedTexts.next(random);
      int most = 1 + random.nextInt(4);
      assertThat(tokenizer(true, most).tokenize(text))
          .as(MixedTexts.escaped(text))
          .hasSizeLessThanOrEqualTo(most);
    }
  }

  @Test
  default void composedAndDecomposedTextHaveTheSameTokens() {
    Tokenizer tokenizer = tokenizer(true, 128);
    for (String text : List.of("안녕하세요?", "각 값 뷁!", "Ça va, élève?", "Ångström ﬁ", "が ぱ")) {
      assertThat(tokenizer.tokenize(Normalizer.normalize(text, Normalizer.Form.NFD)))
          .as(text)
          .isEqualTo(tokenizer.tokenize(text));
    }
  }

  @Test
  default void aTextIsTokenizedTheSameAgainAndAgain() {
    Tokenizer tokenizer = tokenizer(true, 128);
    Random random = new Random(14);
    for (int i = 0; i < 200; i++) {
      String text = MixedTexts.next(random);
      List<String> once = tokenizer.tokenize(text);
      assertThat(tokenizer.tokenize(MixedTexts.next(random))).isNotNull();
      assertThat(tokenizer(true, 128).tokenize(text)).isEqualTo(once);
    }
  }

  @Test
  default void letterCaseIsKeptOrLostAsTheSettingSays() {
    for (String text : List.of("OK", "Ärger", "ΣΑΣ", "ПРИВЕТ")) {
      assertThat(String.join("", tokenizer(false, 128).tokenize(text))).isEqualTo(text);
      assertThat(tokenizer(true, 128).tokenize(text))
          .isEqualTo(tokenizer(false, 128).tokenize(LowerCase.of(text)));
    }
  }

  @Test
  default void whiteSpaceAtTheEndsChangesNothing() {
    Tokenizer tokenizer = tokenizer(true, 128);
    for (String text : List.of("내일 일정 알려줘", "what's up?", "ㅋㅋ", "1/2")) {
      assertThat(tokenizer.tokenize(" \t\u3000" + text + "\r\n\u2028\u0000"))
          .isEqualTo(tokenizer.tokenize(text));
    }
  }

  @Test
  default void manyThreadsMayUseOneAtOnce() throws Exception {
    Tokenizer tokenizer = tokenizer(true, 16);
    Random random = new Random(15);
    List<String> texts = IntStream.range(0, 300).mapToObj(i -> MixedTexts.next(random)).toList();
    List<List<String>> alone = texts.stream().map(tokenizer::tokenize).toList();
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<List<List<String>>>> answers =
          IntStream.range(0, 8)
              .mapToObj(i -> threads.submit(() -> texts.stream().map(tokenizer::tokenize).toList()))
              .toList();
      for (Future<List<List<String>>> answer : answers) {
        assertThat(answer.get()).isEqualTo(alone);
      }
    } finally {
      threads.shutdown();
    }
  }

  @Test
  default void settingsAreEqualWhereTheirValuesAre() {
    assertThat(tokenizer(true, 7))
        .isEqualTo(tokenizer(true, 7))
        .hasSameHashCodeAs(tokenizer(true, 7))
        .isNotEqualTo(tokenizer(false, 7))
        .isNotEqualTo(tokenizer(true, 8));
    assertThat(tokenizer(true, 7).maxTokens()).isEqualTo(7);
  }

  @Test
  default void aLimitThatKeepsNothingIsRefusedInASentence() {
    for (int limit : new int[] {0, -1, Integer.MIN_VALUE}) {
      assertThatThrownBy(() -> tokenizer(true, limit))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("maxTokens must be at least 1, but is " + limit + "; use 128 if unsure");
    }
  }

  @Test
  default void theGreatestLimitKeepsAllOfAText() {
    assertThat(tokenizer(true, Integer.MAX_VALUE).tokenize("가나다 abc ".repeat(1_000)))
        .hasSizeGreaterThanOrEqualTo(2_000);
  }
}
