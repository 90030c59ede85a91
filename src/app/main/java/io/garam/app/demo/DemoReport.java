package io.garam.app.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.garam.nlu.io.Json;
import io.garam.nlu.text.Printable;
import io.garam.streams.output.TaggingStatistics.Counts;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import picocli.CommandLine.Help.Ansi;

/** Prints what the tagger made of the chat log, line by line, and sums it up at the end. */
final class DemoReport {

  private static final int MOST_TEXTS = 5;
  private static final int LONGEST_TEXT = 400;
  private static final String REASON = "__streams.errors.message";

  private final String deadLetterTopic;
  private final PrintWriter out;
  private final boolean json;
  private final Map<String, Integer> intents = new TreeMap<>();
  private final Map<String, Map<String, Integer>> intentsByText = new TreeMap<>();
  private int tagged;
  private int deadLetters;

  DemoReport(String deadLetterTopic, PrintWriter out, boolean json) {
    this.deadLetterTopic = deadLetterTopic;
    this.out = out;
    this.json = json;
  }

  /** Prints a record of an output topic. */
  void show(ConsumerRecord<String, String> record) {
    if (record.topic().equals(deadLetterTopic)) {
      deadLetters++;
      Header reason = record.headers().lastHeader(REASON);
      String why = reason == null ? "" : new String(reason.value(), StandardCharsets.UTF_8);
      if (!json) {
        print(
            String.format(
                Locale.ROOT,
                "@|red %-21s|@        %s  %s",
                "(dead letter)",
                shown(record.key()),
                shown(why)));
      }
      return;
    }
    tagged++;
    JsonNode event = parse(record.value());
    String label = event.at("/intent/label").asText();
    intents.merge(label, 1, Integer::sum);
    intentsByText
        .computeIfAbsent(event.path("text").asText(), text -> new TreeMap<>())
        .merge(label, 1, Integer::sum);
    if (json) {
      out.println(Printable.escape(record.value()));
      out.flush();
    } else {
      print(
          String.format(
              Locale.ROOT,
              "@|green %-21s|@ %.2f  %s  @|faint %s:|@ %s",
              label,
              event.at("/intent/confidence").asDouble(),
              shown(record.key()),
              shown(event.path("speaker").asText()),
              shown(event.path("text").asText())));
    }
  }

  /** Prints the summary. */
  void summarize(PrintWriter to, Duration time, Counts counts) {
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
    commonestFirst(intents)
        .forEach(
            intent ->
                to.printf(
                    Locale.ROOT,
                    "  %-21s %4d  %s%n",
                    intent.getKey(),
                    intent.getValue(),
                    "█".repeat(Math.max(1, intent.getValue() * 40 / Math.max(1, tagged)))));
    summarizeContext(to);
    to.flush();
  }

  /** What one text was tagged with in different places: only what was said before can tell. */
  private void summarizeContext(PrintWriter to) {
    List<Map.Entry<String, Map<String, Integer>>> several =
        intentsByText.entrySet().stream()
            .filter(text -> text.getValue().size() > 1)
            .sorted(Comparator.comparingInt(text -> -text.getValue().size()))
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
                shown(text.getKey()),
                commonestFirst(text.getValue())
                    .map(intent -> intent.getKey() + " " + intent.getValue())
                    .collect(Collectors.joining(", "))));
  }

  private static Stream<Map.Entry<String, Integer>> commonestFirst(Map<String, Integer> counts) {
    return counts.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()));
  }

  private static String shown(String text) {
    return Printable.beginning(text, LONGEST_TEXT);
  }

  private void print(String styled) {
    out.println(Ansi.AUTO.string(styled));
    out.flush();
  }

  private static JsonNode parse(String value) {
    try {
      return Json.MAPPER.readTree(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tagged event is always JSON: " + value, e);
    }
  }
}
