package io.garam.app.deadletters;

import io.garam.nlu.text.Printable;
import io.garam.streams.deadletters.DeadLetterHeaders;
import io.garam.streams.deadletters.Letter;
import io.garam.streams.event.SourcePosition;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.PriorityQueue;

/** Letters as people read them: how many there are for which reason, and then the newest. */
final class LetterListing {

  /** As long as Kafka lets a name be, so that it can be looked for. */
  private static final int LONGEST_TOPIC = 249;

  private static final int LONGEST_KEY = 80;
  private static final int LONGEST_VALUE = 160;

  private final int limit;
  private final ReasonSummary summary = new ReasonSummary();
  private final PriorityQueue<Entry> newest =
      new PriorityQueue<>(
          Comparator.comparing(Entry::time)
              .thenComparingInt(entry -> entry.place().partition().partition())
              .thenComparingLong(entry -> entry.place().offset()));
  private long count;

  /** A letter to be shown; its value may be large and is not kept. */
  private record Entry(Instant time, SourcePosition place, List<String> lines) {}

  /**
   * @param limit how many letters are shown at most, or 0 for all
   */
  LetterListing(int limit) {
    this.limit = limit;
  }

  void add(Letter letter) {
    count++;
    summary.add(letter);
    newest.add(entry(letter));
    if (limit > 0 && newest.size() > limit) {
      newest.remove();
    }
  }

  /** Returns why an event was refused, also where the letter does not say. */
  static String reason(Letter letter) {
    return letter
        .reason()
        .orElse("No reason is given: the header " + DeadLetterHeaders.MESSAGE + " is missing.");
  }

  private static Entry entry(Letter letter) {
    return new Entry(
        letter.time().orElse(Instant.MIN),
        letter.place(),
        List.of(
            letter.source().map(LetterListing::shown).orElse("unknown source")
                + "  "
                + letter.time().map(Instant::toString).orElse("no time")
                + "  key "
                + Printable.beginning(letter.record().key(), LONGEST_KEY),
            "  " + letter.code().map(code -> code + ": ").orElse("") + reason(letter),
            "  " + Printable.beginning(letter.record().value(), LONGEST_VALUE)));
  }

  private static String shown(SourcePosition source) {
    return SourcePosition.of(
            Printable.beginning(source.partition().topic(), LONGEST_TOPIC),
            source.partition().partition(),
            source.offset())
        .toString();
  }

  /** Prints all, the newest letter last. */
  void print(PrintWriter out) {
    for (ReasonGroup group : summary.groups()) {
      out.printf(
          Locale.ROOT,
          "%,8d  %s%n          %s%n",
          group.count(),
          (group.code() == null ? "" : group.code() + ": ") + Printable.escape(group.sentence()),
          group.span());
    }
    out.println();
    if (newest.size() < count) {
      out.printf(Locale.ROOT, "The newest %,d of %,d:%n%n", newest.size(), count);
    }
    List<Entry> entries = new ArrayList<>(newest);
    entries.sort(newest.comparator());
    entries.forEach(entry -> entry.lines().forEach(line -> out.println(Printable.escape(line))));
    out.flush();
  }
}
