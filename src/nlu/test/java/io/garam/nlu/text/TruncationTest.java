package io.garam.nlu.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TruncationTest {

  private static final int RANDOM_TEXTS = 5_000;
  private static final int NO_LIMIT = 1_000_000;

  /** What meets in a text where cutting and composing could go wrong. */
  private static final String[] PIECES =
      ("a|Z|é|e\u0301|\u0301|\u0316\u0301|\u1112|\u1161|\u11ab|가|각|\u11a8|ㅋ|Σ|ς|İ|ΑΣ|\u0b47\u0b3e|"
              + "\u0cc6\u0cc2\u0cd5| |  |\n|\u3000|.|?|'|1|1,2|\ud83d\ude00|\ud83d|\ude00|\u200d|\u034f|"
              + "漢|ａ|\u212b|\u0344|\u05d0|\ud834\udd57\ud834\udd65|ǅ|\u2160")
          .split("\\|");

  @ParameterizedTest
  @ValueSource(strings = {"", "안녕하세요?", "e\u0301", "  two  words ", "\u1112\u1161\u11ab"})
  void aTextWithinTheLimitStaysAsItIs(String text) {
    assertThat(Truncation.of(text, 20)).isSameAs(text);
  }

  @ParameterizedTest
  @CsvSource({
    "abcd, ab",
    "ae\u0301x, ae\u0301",
    "a\u1112\u1161\u11abb, a\u1112\u1161\u11ab",
    "\ud83d\ude00\ud83d\ude01\ud83d\ude02, \ud83d\ude00\ud83d\ude01"
  })
  void aCharacterIsKeptWithWhatIsComposedWithIt(String text, String kept) {
    assertThat(Truncation.of(text, 2)).isEqualTo(kept);
  }

  @Test
  void aRunOfSeparatorsCountsAsOne() {
    assertThat(Truncation.of(" \n\t  a   bc", 4)).isEqualTo(" \n\t  a   b");
  }

  @Test
  void ofARunOfMarksThirtyAreKept() {
    String text = "a" + "\u0301".repeat(31) + "b" + "\u0316".repeat(40) + "c";
    assertThat(Truncation.of(text, 9))
        .isEqualTo("a" + "\u0301".repeat(30) + "b" + "\u0316".repeat(30) + "c");
  }

  @Test
  void aRunOfVowelsIsCutToo() {
    assertThat(Truncation.of("\u1161".repeat(1_000_000), 10)).hasSizeLessThan(1_000);
  }

  @Test
  void withoutALimitATextIsNormalizedAsJavaDoes() {
    Random random = new Random(7);
    for (int i = 0; i < RANDOM_TEXTS; i++) {
      String text = text(random);
      String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
      assertThat(NormalForm.of(text, false, NO_LIMIT)).isIn(composed, "");
      assertThat(NormalForm.of(text, true, NO_LIMIT))
          .as("%s", escaped(text))
          .isIn(composed.toLowerCase(Locale.ROOT), "");
    }
  }

  @Test
  void theFirstCharactersAreTheSameHoweverManyAreKept() {
    Random random = new Random(8);
    for (int i = 0; i < RANDOM_TEXTS; i++) {
      String text = text(random);
      int most = 1 + random.nextInt(12);
      int[] all = new CharacterTokenizer(true, NO_LIMIT).characters(text);
      assertThat(new CharacterTokenizer(true, most).characters(text))
          .as("%s", escaped(text))
          .isEqualTo(Arrays.copyOf(all, Math.min(most, all.length)));
    }
  }

  @Test
  void theFirstTokensAreTheSameHoweverManyAreKept() {
    Random random = new Random(9);
    for (int i = 0; i < RANDOM_TEXTS; i++) {
      String text = text(random);
      int most = 1 + random.nextInt(5);
      List<String> words = new WordTokenizer(true, NO_LIMIT).tokenize(text);
      assertThat(new WordTokenizer(true, most).tokenize(text))
          .isEqualTo(words.subList(0, Math.min(most, words.size())));
      List<String> split = new WhiteSpaceTokenizer(true, NO_LIMIT).tokenize(text);
      assertThat(new WhiteSpaceTokenizer(true, most).tokenize(text))
          .isEqualTo(split.subList(0, Math.min(most, split.size())));
    }
  }

  @Test
  void aLongTextInJamoHasTheCharactersOfTheSameInSyllables() {
    String text = "한국어 문장입니다 ".repeat(200);
    CharacterTokenizer tokenizer = new CharacterTokenizer(true, 256);
    assertThat(tokenizer.characters(Normalizer.normalize(text, Normalizer.Form.NFD)))
        .hasSize(256)
        .isEqualTo(tokenizer.characters(text));
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int left = random.nextInt(25); left > 0; left--) {
      text.append(PIECES[random.nextInt(PIECES.length)]);
    }
    return text.toString();
  }

  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    text.chars().forEach(c -> escaped.append(String.format(Locale.ROOT, "\\u%04x", c)));
    return escaped.toString();
  }
}
