package io.garam.app.tag;

import static org.assertj.core.api.Assertions.assertThat;

import io.garam.nlu.Intent;
import io.garam.nlu.Intent.Alternative;
import io.garam.nlu.Intent.ModelReference;
import io.garam.nlu.Utterance;
import io.garam.nlu.text.Utf8Lines.Line;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RowsTest {

  private static final Rows TABLE = new TableRows(List.of("ask", "inform-about"));
  private static final Rows TSV = new TsvRows();
  private static final Rows JSON = new JsonRows();

  private static TagResult tagged(String text, String label, float confidence) {
    Intent intent =
        new Intent(
            label,
            confidence,
            List.of(new Alternative("inform-about", 0.25f)),
            new ModelReference("m", "1", "0123456789abcdef"),
            null);
    return TagResult.waiting(new Line(1, text, null), Utterance.alone(text), null).with(intent);
  }

  private static TagResult failed(String text) {
    return TagResult.failed(new Line(3, text, null), "Expected JSON.\nFound none.");
  }

  private static TagResult blank() {
    return TagResult.blank(new Line(2, " ", null));
  }

  @Test
  void aTableHasAColumnAsWideAsTheLongestLabel() {
    assertThat(TABLE.of(tagged("네.", "ask", 0.75f))).isEqualTo("ask           0.750  네.");
    assertThat(TABLE.of(tagged("네.", "inform-about", 1))).isEqualTo("inform-about  1.000  네.");
    assertThat(new TableRows(List.of("a")).of(tagged("네.", "a", 0)))
        .isEqualTo("a         0.000  네.");
  }

  @Test
  void aTableSaysInParenthesesWhyThereIsNoLabel() {
    assertThat(TABLE.of(blank())).isEqualTo("(blank)           -");
    assertThat(TABLE.of(failed("{"))).isEqualTo("(failed)          -  {");
  }

  @Test
  void aTableShowsHowALongTextBegins() {
    assertThat(TABLE.of(tagged("가".repeat(1_001), "ask", 0.75f)))
        .hasSize("ask           0.750  ".length() + 1_000 + 1)
        .endsWith("가…");
    assertThat(TABLE.of(tagged("가".repeat(1_000), "ask", 0.75f))).endsWith("가");
  }

  @Test
  void tsvHasFourFieldsWhateverIsInThem() {
    assertThat(TSV.of(tagged("a\tb\\n\r\n", "ask", 0.125f)))
        .isEqualTo("ask\t0.125000\ta\\tb\\\\n\\r\\n\t");
    assertThat(TSV.of(failed("{\t"))).isEqualTo("\t\t{\\t\tExpected JSON.\\nFound none.");
    assertThat(TSV.of(blank())).isEqualTo("\t\t \t");
  }

  @Test
  void tsvHasNoCharacterThatCommandsATerminal() {
    assertThat(TSV.of(tagged("\u001b[2J\u202e", "ask", 0.5f)))
        .isEqualTo("ask\t0.500000\t\\u001b[2J\\u202e\t");
  }

  @Test
  void jsonOfATextHasTheTextAndItsIntent() {
    assertThat(JSON.of(tagged("\"네\"\n", "ask", 0.75f)))
        .isEqualTo(
            "{\"text\":\"\\\"네\\\"\\n\",\"intent\":{\"label\":\"ask\",\"confidence\":0.75,"
                + "\"alternatives\":[{\"label\":\"inform-about\",\"confidence\":0.25}],"
                + "\"model\":{\"name\":\"m\",\"version\":\"1\",\"digest\":\"0123456789abcdef\"}}}");
  }

  @Test
  void jsonOfALineWithoutATagHasItsNumberAndTheErrorIfThereIsOne() {
    assertThat(JSON.of(blank())).isEqualTo("{\"line\":2,\"intent\":null}");
    assertThat(JSON.of(failed("{")))
        .isEqualTo("{\"line\":3,\"intent\":null,\"error\":\"Expected JSON.\\nFound none.\"}");
  }
}
