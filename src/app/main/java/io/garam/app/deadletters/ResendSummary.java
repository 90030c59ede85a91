package io.garam.app.deadletters;

import io.garam.streams.deadletters.ResendResult;
import java.util.Locale;
import java.util.stream.Collectors;

/** The result of sending dead letters again, in one sentence. */
final class ResendSummary {

  private ResendSummary() {}

  static String of(ResendResult resent) {
    StringBuilder sentence = new StringBuilder();
    sentence.append(
        String.format(
            Locale.ROOT,
            "Sent %,d %s again%s",
            resent.sentCount(),
            resent.sentCount() == 1 ? "dead letter" : "dead letters",
            resent.sent().isEmpty() ? "" : " to " + String.join(", ", resent.sent().keySet())));
    if (resent.keptCount() > 0) {
      sentence.append(
          String.format(
              Locale.ROOT, "; kept %,d of other reasons for another --replay", resent.keptCount()));
    }
    if (resent.unsentCount() > 0) {
      sentence
          .append(String.format(Locale.ROOT, "; %,d could not be sent: ", resent.unsentCount()))
          .append(unsent(resent));
    }
    return sentence.append('.').toString();
  }

  private static String unsent(ResendResult resent) {
    return resent.unsent().entrySet().stream()
        .map(
            entry ->
                String.format(
                    Locale.ROOT,
                    "%,d %s, the first at %s",
                    entry.getValue().count(),
                    entry.getKey(),
                    entry.getValue().first()))
        .collect(Collectors.joining("; "));
  }
}
