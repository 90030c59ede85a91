package io.garam.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import io.garam.app.Garam;
import io.garam.nlu.io.Json;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;

/** The texts that all benchmarks run on: those of the demo's chat log, 419 Korean utterances. */
final class Utterances {

  private Utterances() {}

  static List<String> texts() throws IOException {
    try (InputStream log =
            Objects.requireNonNull(Garam.class.getResourceAsStream("demo/chat-log.jsonl"));
        MappingIterator<JsonNode> events = Json.MAPPER.readerFor(JsonNode.class).readValues(log)) {
      return events.readAll().stream().map(event -> event.path("text").asText()).toList();
    }
  }
}
