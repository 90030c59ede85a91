package io.garam.training.corpus.rows;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.garam.nlu.io.Json;
import io.garam.nlu.io.JsonFault;
import io.garam.training.corpus.ColumnMapping;
import java.io.BufferedReader;
import java.io.IOException;

/** Reads rows that are JSON objects, one a line. */
final class JsonLineRows extends RowReader {

  JsonLineRows(String corpus, ColumnMapping columns) {
    super(corpus, columns);
  }

  @Override
  public void read(BufferedReader content, CollectedRows rows) throws IOException {
    String row = content.readLine();
    for (long line = 1; row != null; line++) {
      if (!row.isBlank()) {
        new JsonRow(this, line, json(line, row)).addTo(rows);
      }
      row = content.readLine();
    }
  }

  private JsonNode json(long line, String row) {
    String found;
    try {
      JsonNode node = Json.MAPPER.readTree(row);
      if (node.isObject() || (node.isArray() && columns().hasPointers())) {
        return node;
      }
      found = "JSON of another type";
    } catch (JsonProcessingException e) {
      found = "something else (" + JsonFault.of(e) + ")";
    }
    throw error(
        line,
        "one JSON object",
        found,
        "write one whole object a line, or all of them as one JSON array");
  }
}
