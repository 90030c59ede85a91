package io.garam.evaluation.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerminalTableTest {

  @ParameterizedTest
  @CsvSource({
    "order, 5",
    "주문, 4",
    "ㅋㅋ, 4",
    "\u1112\u1161\u11ab, 2",
    "漢字, 4",
    "かな, 4",
    "ｱｲ, 2",
    "Ａ, 2",
    "😀, 2",
    "e\u0301, 1",
    "'', 0"
  })
  void cellsAreThoseOfATerminal(String text, int cells) {
    assertThat(TerminalTable.cells(text)).isEqualTo(cells);
  }

  @Test
  void columnsLineUpWhateverTheScript() {
    String table =
        TerminalTable.of(
            List.of("의도", "intent", "수"),
            2,
            List.of(
                List.of("환불", "refund", "1"),
                List.of("\u1112\u1161\u11ab글", "漢字", "1,000"),
                List.of("", "😀", "10")));

    assertThat(table)
        .isEqualTo(
            """
            +------+--------+-------+
            | 의도 | intent |    수 |
            +------+--------+-------+
            | 환불 | refund |     1 |
            | 한글 | 漢字   | 1,000 |
            |      | 😀     |    10 |
            +------+--------+-------+
            """
                .replace("한글", "\u1112\u1161\u11ab글"));
  }

  @Test
  void aLabelCannotBreakTheTableOrCommandTheTerminal() {
    String table =
        TerminalTable.of(List.of("label"), 1, List.of(List.of("a\nb\u001b[31m"), List.of("$1 \\")));

    assertThat(table).hasLineCount(6).contains("| a b [31m |", "| $1 \\     |");
  }

  @Test
  void aLongLabelStaysOnItsLine() {
    String label = String.join("", Collections.nCopies(100, "긴"));

    assertThat(TerminalTable.of(List.of("label"), 1, List.of(List.of(label))))
        .contains("| " + label + " |");
  }
}
