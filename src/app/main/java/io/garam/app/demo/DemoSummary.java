package io.garam.app.demo;

import io.garam.streams.output.TaggingStatistics.Counts;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Summary of the demo: how many utterances have which intent, and which texts have several. */
final class DemoSummary {

  private static final int MOST_TEXTS = 5;

  private final IntentCounts intents = new IntentCounts();
  private final Map<String, IntentCounts> intentsByText = new TreeMap<>();
  private int tagged;
  private int deadLetters;

  void addTagged(String text, String label) {
    tagged++;
    intents.add(label);
    intentsByText.computeIfAbsent(text, unseen -> new IntentCounts()).add(label);
  }

  void addDeadLetter() {
    deadLetters++;
  }

  /**
   * @param time that it took
   */
  void print(PrintWriter to, Duration time, Counts counts) {
    to.println();
    to.printf(
        Locale.ROOT,
        "%d utterances tagged in %.1f s (%.0f a second), in %d batches of up to %d; %d dead letters.%n",
        tagged,
        time.toMillis() / 1000.0,
        tagged * 1000.0 / time.toMillis(),
        counts.batches(),
        counts.largestBatch(),
        deadLetters);
    intents
        .commonestFirst()
        .forEach(
            intent ->
                to.printf(
                    Locale.ROOT,
                    "  %-21s %4d  %s%n",
                    intent.getKey(),
                    intent.getValue(),
                    "█".repeat(Math.max(1, intent.getValue() * 40 / Math.max(1, tagged)))));
    printContext(to);
    to.flush();
  }

  /** What one text was tagged with in different places: only what was said before can tell. */
  private void printContext(PrintWriter to) {
    List<Map.Entry<String, IntentCounts>> several =
        intentsByText.entrySet().stream()
            .filter(text -> text.getValue().labels() > 1)
            .sorted(Comparator.comparingInt(text -> -text.getValue().labels()))
            .limit(MOST_TEXTS)
            .toList();
    if (!several.isEmpty()) {
      to.printf(Locale.ROOT, "%nThe same words, by what was said before them:%n");
    }
    several.forEach(
        text ->
            to.printf(
                Locale.ROOT,
                "  \"%s\"  %s%n",
                DemoReport.shown(text.getKey()),
                text.getValue()
                    .commonestFirst()
                    .map(intent -> intent.getKey() + " " + intent.getValue())
                    .collect(Collectors.joining(", "))));
  }
}
