package io.garam.nlu.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class TokenSplitTest {

  private static final String MARKS = ".,?!";

  @Test
  void separatorsOfAnyKindPartTokensAndAreNone() {
    assertThat(TokenSplit.of(" a\tb\u00a0c\u3000d\u0000e\n", MARKS, 9))
        .containsExactly("a", "b", "c", "d", "e");
  }

  @Test
  void aMarkIsATokenWhereverItStands() {
    assertThat(TokenSplit.of("네,네?!", MARKS, 9)).containsExactly("네", ",", "네", "?", "!");
    assertThat(TokenSplit.of("..a", MARKS, 9)).containsExactly(".", ".", "a");
  }

  @Test
  void withoutMarksTheyAreLettersAsAllOthers() {
    assertThat(TokenSplit.of("네, 네?!", "", 9)).containsExactly("네,", "네?!");
  }

  @Test
  void theFirstTokensAreKeptAndAMarkMayBeTheFirstThatIsNot() {
    assertThat(TokenSplit.of("a b c", MARKS, 2)).containsExactly("a", "b");
    assertThat(TokenSplit.of("a,b", MARKS, 1)).containsExactly("a");
    assertThat(TokenSplit.of("a,b", MARKS, 2)).containsExactly("a", ",");
  }

  @Test
  void nothingButSeparatorsIsNoToken() {
    assertThat(TokenSplit.of("", MARKS, 9)).isEmpty();
    assertThat(TokenSplit.of(" \n ", MARKS, 9)).isEmpty();
  }

  @Test
  void aCharacterOfTwoUnitsIsNotParted() {
    assertThat(TokenSplit.of("😀😀 😀!", MARKS, 9)).containsExactly("😀😀", "😀", "!");
  }
}
