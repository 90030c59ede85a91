package io.garam.training.corpus;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import io.garam.nlu.Json;
import java.io.BufferedReader;
import java.io.IOException;

/** Reads rows that are the elements of one JSON array, element by element. */
final class JsonArrayRows extends RowReader {

  /** Behind a row there are others. */
  private static final ObjectReader ROWS =
      Json.MAPPER.reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  JsonArrayRows(String corpus, ColumnMapping columns) {
    super(corpus, columns);
  }

  @Override
  void read(BufferedReader content, CollectedRows rows) throws IOException {
    try (JsonParser json = Json.MAPPER.createParser(content)) {
      json.nextToken();
      while (json.nextToken() != JsonToken.END_ARRAY) {
        long line = json.currentTokenLocation().getLineNr();
        JsonNode row = ROWS.readTree(json);
        if (!(row.isObject() || (row.isArray() && columns().hasPointers()))) {
          throw error(
              line,
              "a JSON object as element of the array",
              row.isMissingNode() ? "the end of the file" : "JSON of another type",
              "write an array of objects");
        }
        new JsonRow(this, line, row).addTo(rows);
      }
      if (json.nextToken() != null) {
        throw error(
            json.currentTokenLocation().getLineNr(),
            "nothing behind the JSON array",
            "more JSON",
            "write one array, or one object a line");
      }
    } catch (JsonProcessingException e) {
      throw error(
          e.getLocation() == null ? 1 : e.getLocation().getLineNr(),
          "a JSON array of objects",
          "something else (" + reason(e) + ")",
          "mend the JSON");
    }
  }
}
