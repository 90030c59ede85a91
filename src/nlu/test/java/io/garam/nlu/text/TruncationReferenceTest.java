package io.garam.nlu.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Truncation beside one that takes a text apart into characters first. */
final class TruncationReferenceTest {

  @Test
  void whatIsKeptIsWhatAPlainCutKeeps() {
    Random random = new Random(51);
    for (int i = 0; i < MixedTexts.MANY; i++) {
      String text = MixedTexts.next(random);
      int most = random.nextInt(14);
      assertThat(Truncation.of(text, most))
          .as("%d of %s", most, MixedTexts.escaped(text))
          .isEqualTo(plainly(text, most));
    }
  }

  private static String plainly(String text, int most) {
    List<String> characters = new ArrayList<>();
    boolean separated = false;
    for (int codePoint : text.codePoints().toArray()) {
      String one = Character.toString(codePoint);
      boolean separator = NormalForm.isSeparator(codePoint);
      int last = characters.size() - 1;
      if (last >= 0 && (hangs(one) || (separator && separated))) {
        characters.set(last, characters.get(last) + one);
      } else {
        characters.add(one);
      }
      separated = separator;
    }
    // What stands at the very beginning and hangs on to nothing counts as nothing.
    boolean loose = !characters.isEmpty() && hangs(characters.get(0));
    int end = Math.min(characters.size(), most + (loose ? 1 : 0));
    return String.join("", characters.subList(0, end));
  }

  private static boolean hangs(String character) {
    return Character.toString(character.codePointAt(0))
        .matches("\\p{M}|[\u1160-\u11ff\ud7b0-\ud7ff]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "e\u0301\u0323",
        "\u1112\u1161\u11ab",
        "가\u11a8",
        "か\u3099",
        "\u0b15\u0b47\u0b3e",
        "कि",
        "\ud834\udd58\ud834\udd65",
        "ﷺ\u064b",
        "a\u20dd",
        "\ud83d\udc4d"
      })
  void aTextCutAtACombiningMarkKeepsTheWholeCluster(String cluster) {
    assertThat(Truncation.of(cluster + "xyz", 1)).isEqualTo(cluster);
    assertThat(Truncation.of("x" + cluster + "yz", 2)).isEqualTo("x" + cluster);
    assertThat(Truncation.of("x" + cluster + "yz", 1)).isEqualTo("x");
  }

  /** Composing what was cut is cutting what was composed: no mark joins across the cut. */
  @Test
  void theBeginningOfATextComposesAsItDoesInTheWholeText() {
    Random random = new Random(52);
    for (int i = 0; i < MixedTexts.MANY; i++) {
      String text = MixedTexts.next(random);
      String whole = Normalizer.normalize(text, Normalizer.Form.NFC);
      String cut =
          Normalizer.normalize(Truncation.of(text, random.nextInt(14)), Normalizer.Form.NFC);
      assertThat(whole).as(MixedTexts.escaped(text)).startsWith(cut);
    }
  }

  @Test
  void nothingIsKeptOfALimitOfNothing() {
    assertThat(Truncation.of("abc", 0)).isEmpty();
    assertThat(Truncation.of("", 0)).isEmpty();
    assertThat(Truncation.of("", Long.MAX_VALUE)).isEmpty();
    assertThat(Truncation.of("abc", Long.MAX_VALUE)).isEqualTo("abc");
  }

  @Test
  void thirtyMarksAreKeptAndTheThirtyFirstIsNotWhateverItsKind() {
    for (String mark : List.of("\u0301", "\u0903", "\u20dd", "\ud834\udd65")) {
      assertThat(Truncation.of("a" + mark.repeat(30) + "b", 9))
          .isEqualTo("a" + mark.repeat(30) + "b");
      assertThat(Truncation.of("a" + mark.repeat(31) + "b", 9))
          .isEqualTo("a" + mark.repeat(30) + "b");
      assertThat(Truncation.of(mark.repeat(99), 9)).isEqualTo(mark.repeat(30));
    }
  }

  @Test
  void marksAfterASpaceHangOnToItAndTheNextSpaceCountsAnew() {
    assertThat(Truncation.of("a \u0301 b", 3)).isEqualTo("a \u0301 ");
    assertThat(Truncation.of("a   b", 3)).isEqualTo("a   b");
  }

  @Test
  void vowelsBeyondThirtyAreCharactersOfTheirOwn() {
    assertThat(Truncation.of("\u1161".repeat(32), 1)).isEqualTo("\u1161".repeat(31) + "\u1161");
    assertThat(Truncation.of("\u1161".repeat(64), 1)).hasSize(61);
  }
}
