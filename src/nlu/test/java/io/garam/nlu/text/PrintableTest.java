package io.garam.nlu.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class PrintableTest {

  @Test
  void nothingCommandsTheTerminal() {
    String text = "가\u001b[31m\r\n\u009b1m\u202e\u2066\u2028\u007f\ud800 😀";
    assertThat(Printable.escape(text))
        .isEqualTo("가\\u001b[31m\\u000d\\u000a\\u009b1m\\u202e\\u2066\\u2028\\u007f\\ud800 😀");
  }

  @Test
  void whatWordsAndEmojiAreJoinedWithStays() {
    String family = "👩\u200d👧 می\u200cخواهم";
    assertThat(Printable.escape(family)).isEqualTo(family);
  }

  @Test
  void aTextIsCutBetweenCharacters() {
    assertThat(Printable.beginning("가😀나".getBytes(UTF_8), 2)).isEqualTo("가😀…");
    assertThat(Printable.beginning("가😀나".getBytes(UTF_8), 3)).isEqualTo("가😀나");
    assertThat(Printable.beginning("😀".repeat(1_000).getBytes(UTF_8), 3)).isEqualTo("😀😀😀…");
  }

  @Test
  void aSentenceIsOneLineAndBounded() {
    assertThat(Printable.sentence("It ended:\r\n  \u001b[2J no."))
        .isEqualTo("It ended: \\u001b[2J no.");
    assertThat(Printable.sentence("a".repeat(100_000))).hasSize(4_001).endsWith("a…");
  }

  @Test
  void theBreaksOfLinesStay() {
    assertThat(Printable.lines("a\u001bc\n\nb").lines()).containsExactly("a\\u001bc", "", "b");
  }

  @Test
  void noBytesAreNotAnEmptyText() {
    assertThat(Printable.beginning((byte[]) null, 9)).isEqualTo("(none)");
    assertThat(Printable.beginning(new byte[0], 9)).isEmpty();
  }

  @Test
  void theUserOfAnAddressIsHidden() {
    assertThat(Printable.withoutUsers("at https://me:pw@h:1/x and http://h/a@b"))
        .isEqualTo("at https://(hidden)@h:1/x and http://h/a@b");
  }

  @Test
  void aSentenceIsAPartOfAnother() {
    assertThat(Printable.clause("It failed. ")).isEqualTo("It failed");
    assertThat(Printable.clause("no")).isEqualTo("no");
  }
}
