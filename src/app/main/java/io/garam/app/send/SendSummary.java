package io.garam.app.send;

import io.garam.app.send.SentEvents.Partition;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What was sent, for programs and in a sentence.
 *
 * @param events how many the brokers have
 * @param blankLines how many lines were left out
 */
record SendSummary(String topic, long events, long blankLines, List<Partition> partitions) {

  String text() {
    String where =
        partitions.stream()
            .map(
                one ->
                    String.format(
                        Locale.ROOT,
                        "%n  %s-%d@%d%s",
                        topic,
                        one.partition(),
                        one.firstOffset(),
                        one.events() == 1 ? "" : " to @" + one.lastOffset()))
            .collect(Collectors.joining());
    return String.format(
        Locale.ROOT,
        "Sent %,d %s to %s%s%s%n",
        events,
        events == 1 ? "event" : "events",
        topic,
        blankLines == 0
            ? ""
            : String.format(
                Locale.ROOT,
                "; left out %,d blank %s",
                blankLines,
                blankLines == 1 ? "line" : "lines"),
        where);
  }
}
