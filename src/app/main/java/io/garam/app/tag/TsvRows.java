package io.garam.app.tag;

import io.garam.nlu.Intent;
import io.garam.nlu.text.Printable;
import java.util.Locale;

/**
 * Rows for programs that cut at tabs: label, confidence, text and error, each empty where there is
 * none. A tab, a line break and a backslash in a field are escaped with a backslash.
 */
final class TsvRows implements Rows {

  @Override
  public String of(TagResult answer) {
    Intent intent = answer.intent();
    return String.join(
        "\t",
        intent == null ? "" : field(intent.label()),
        intent == null ? "" : String.format(Locale.ROOT, "%.6f", intent.confidence()),
        field(answer.said()),
        answer.error() == null ? "" : field(answer.error()));
  }

  private static String field(String text) {
    return Printable.escape(
        text.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r"));
  }
}
