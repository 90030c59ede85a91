package io.garam.app.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.garam.nlu.io.Json;
import io.garam.nlu.text.Printable;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import picocli.CommandLine.Help.Ansi;

/** Prints what the tagger made of the chat log, line by line, and sums it up at the end. */
final class DemoReport {

  private static final int LONGEST_TEXT = 400;
  private static final String REASON = "__streams.errors.message";

  private final String deadLetterTopic;
  private final PrintWriter out;
  private final boolean json;
  private final DemoSummary summary = new DemoSummary();

  DemoReport(String deadLetterTopic, PrintWriter out, boolean json) {
    this.deadLetterTopic = deadLetterTopic;
    this.out = out;
    this.json = json;
  }

  /** Prints a record of an output topic. */
  void show(ConsumerRecord<String, String> record) {
    if (record.topic().equals(deadLetterTopic)) {
      summary.addDeadLetter();
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
    JsonNode event = parse(record.value());
    String label = event.at("/intent/label").asText();
    summary.addTagged(event.path("text").asText(), label);
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

  /** Returns the summary of what was shown. */
  DemoSummary summary() {
    return summary;
  }

  /** Returns how a text begins, as far as a line of a terminal is worth. */
  static String shown(String text) {
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
