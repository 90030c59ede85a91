package io.garam.nlu.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.garam.nlu.encoding.Subwords.Lengths;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class SubwordsTest {

  @Test
  void everyNgramOfTheMarkedTokenHasARow() {
    // <가나>: 가 나 | <가 가나 나> | <가나 가나> | <가나>
    assertThat(characters(1, 4, 1000).rows("가나")).hasSize(2 + 3 + 2 + 1);
    // <cat>: <c ca at t> | <ca cat at> | <cat cat>
    assertThat(characters(2, 4, 1000).rows("cat")).hasSize(4 + 3 + 2);
  }

  @Test
  void rowsStayWithinTheTableAndOffItsPadding() {
    for (int row : characters(1, 4, 7).rows("어디든지 갈 수 있는 낱말")) {
      assertThat(row).isBetween(1, 7);
    }
  }

  @Test
  void rowsAreTheSameOnEveryMachine() {
    assertThat(characters(2, 3, 65_536).rows("ab"))
        .containsExactly(44102, 32003, 25614, 55281, 65491);
  }

  @Test
  void charactersBeyondTheBasicPlaneCountOnce() {
    assertThat(characters(1, 1, 1000).rows("😀")).hasSize(1);
  }

  @Test
  void anEndlessTokenCostsNoMoreThanALongOne() {
    Subwords subwords = characters(1, 4, 1000);
    assertThat(subwords.rows("가".repeat(100_000))).hasSameSizeAs(subwords.rows("가".repeat(41)));
  }

  @Test
  void shortNgramsSpreadOverTheTable() {
    Subwords subwords = characters(1, 1, 4096);
    Set<Integer> rows = new HashSet<>();
    for (char syllable = '가'; syllable < '가' + 4096; syllable++) {
      Arrays.stream(subwords.rows(String.valueOf(syllable))).forEach(rows::add);
    }
    // n balls in n bins fill 1 - 1/e of them.
    assertThat(rows.size() / 4096.0).isBetween(0.60, 0.66);
  }

  @Test
  void impossibleSettingsAreRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> characters(0, 4, 10));
    assertThatIllegalArgumentException().isThrownBy(() -> characters(3, 2, 10));
    assertThatIllegalArgumentException().isThrownBy(() -> characters(1, 2, 0));
  }

  @Test
  void hangulIsSpelledInJamoToo() {
    Subwords jamo = new Subwords(Lengths.NONE, new Lengths(2, 2), 1000);
    // <ㄱㅏㄴ> has four pairs; the final consonant is seen although the syllable hides it.
    assertThat(jamo.rows("간")).hasSize(4);
    assertThat(jamo.rows("간")).startsWith(Arrays.copyOf(jamo.rows("가"), 2));
    assertThat(jamo.rows("cat")).isEmpty();
    assertThat(new Subwords(new Lengths(1, 1), new Lengths(2, 2), 1000).rows("간")).hasSize(5);
  }

  @Test
  void jamoAreThoseOfUnicodesDecomposition() {
    Subwords jamo = new Subwords(Lengths.NONE, new Lengths(3, 3), 65_536);
    Subwords characters = characters(3, 3, 65_536);
    String decomposed = Normalizer.normalize("값싼", Normalizer.Form.NFD);
    assertThat(jamo.rows("값싼")).containsExactly(characters.rows(decomposed));
  }

  private static Subwords characters(int min, int max, int buckets) {
    return new Subwords(new Lengths(min, max), Lengths.NONE, buckets);
  }
}
