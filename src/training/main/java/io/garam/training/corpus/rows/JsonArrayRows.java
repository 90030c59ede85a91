package io.garam.training.corpus.rows;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import io.garam.nlu.io.Json;
import io.garam.nlu.io.JsonFault;
import io.garam.training.corpus.ColumnMapping;
import java.io.BufferedReader;
import java.io.IOException;

/** Reads rows that are the elements of one JSON array, element by element. */
final class JsonArrayRows extends RowReader {

  /** Behind a row there are others. */
  private static final ObjectReader ROWS =
      Json.MAPPER.reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private long current;
  private long line;

  JsonArrayRows(String corpus, ColumnMapping columns) {
    super(corpus, columns);
  }

  /** Programs write an array in one line, where only its elements can be counted. */
  @Override
  String place(long row) {
    return "row " + row + (row == current ? " (line " + line + ")" : "");
  }

  @Override
  public void read(BufferedReader content, CollectedRows rows) throws IOException {
    try (JsonParser json = Json.MAPPER.createParser(content)) {
      json.nextToken();
      while (json.nextToken() != JsonToken.END_ARRAY) {
        current++;
        line = json.currentTokenLocation().getLineNr();
        JsonNode row = ROWS.readTree(json);
        if (!(row.isObject() || (row.isArray() && columns().hasPointers()))) {
          throw error(
              current,
              "a JSON object as element of the array",
              row.isMissingNode() ? "the end of the file" : "JSON of another type",
              "write an array of objects");
        }
        new JsonRow(this, current, row).addTo(rows);
      }
      if (json.nextToken() != null) {
        throw error(
            "line " + json.currentTokenLocation().getLineNr(),
            "nothing behind the JSON array",
            "more JSON",
            "write one array, or one object a line");
      }
    } catch (JsonProcessingException e) {
      throw error(
          "line " + (e.getLocation() == null ? 1 : e.getLocation().getLineNr()),
          "a JSON array of objects",
          "something else (" + JsonFault.of(e) + ")",
          "mend the JSON");
    }
  }
}
