package io.garam.nlu.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.text.Normalizer;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class MorphemeTokenizerTest {

  private final Tokenizer morphemes = new MorphemeTokenizer(true, 128);

  @Test
  void rawAndSplitTextGiveTheSameTokens() {
    assertThat(morphemes.tokenize("아름아 잘 잤니?"))
        .containsExactly("아름", "아", "잘", "자", "았", "니", "?")
        .isEqualTo(morphemes.tokenize("아름 아 잘 잤 니 ?"));
    assertThat(morphemes.tokenize("안녕하십니까?"))
        .containsExactly("안녕", "하", "시", "ㅂ니까", "?")
        .isEqualTo(morphemes.tokenize("안녕 하 시 ㅂ니까 ?"));
  }

  @Test
  void compoundNounsStayWhole() {
    assertThat(morphemes.tokenize("토요일에 전화기로")).containsExactly("토요일", "에", "전화기", "로");
  }

  @Test
  void contractedEndingsAreWrittenAsSyllables() {
    assertThat(morphemes.tokenize("적어 줘")).containsExactly("적", "어", "주", "어");
  }

  @Test
  void otherScriptsAreSplitByWordsAndMarks() {
    assertThat(morphemes.tokenize("Go, KTX 301!")).containsExactly("go", ",", "ktx", "301", "!");
    assertThat(new MorphemeTokenizer(false, 128).tokenize("Ok")).containsExactly("Ok");
  }

  @Test
  void hangulTypedAsJamoIsTheSame() {
    String text = "내일 일정 알려 줘";
    assertThat(morphemes.tokenize(Normalizer.normalize(text, Normalizer.Form.NFD)))
        .isEqualTo(morphemes.tokenize(text));
  }

  @Test
  void keepsTheStartOfALongText() {
    assertThat(new MorphemeTokenizer(true, 3).tokenize("안녕하십니까?")).containsExactly("안녕", "하", "시");
    assertThat(morphemes.tokenize("내일 일정 알려줘 ".repeat(20_000))).hasSize(128);
    assertThat(morphemes.tokenize("네")).containsExactly("네");
  }

  @Test
  void manyThreadsGetTheTokensOfOne() throws Exception {
    List<String> texts =
        IntStream.range(0, 200).mapToObj(i -> i + "번 표를 사고 싶은데요 언제 떠나실 예정인가요?").toList();
    List<List<String>> expected = texts.stream().map(morphemes::tokenize).toList();
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<List<List<String>>>> answers =
          IntStream.range(0, 8)
              .mapToObj(i -> threads.submit(() -> texts.stream().map(morphemes::tokenize).toList()))
              .toList();
      for (Future<List<List<String>>> answer : answers) {
        assertThat(answer.get()).isEqualTo(expected);
      }
    } finally {
      threads.shutdown();
    }
  }

  @Test
  void aLimitBelowOneIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new MorphemeTokenizer(true, 0))
        .withMessageContaining("maxTokens");
  }
}
