package io.garam.training.corpus;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.garam.nlu.Json;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads rows that are JSON objects, one a line. */
final class JsonRows extends RowReader {

  JsonRows(Path file, ColumnMapping columns) {
    super(file, columns);
  }

  List<LabelledUtterance> read(String content) {
    List<LabelledUtterance> utterances = new ArrayList<>();
    Iterator<String> lines = content.lines().iterator();
    for (long line = 1; lines.hasNext(); line++) {
      String row = lines.next();
      if (!row.isBlank()) {
        utterances.add(utterance(line, object(line, row)));
      }
    }
    return utterances;
  }

  private LabelledUtterance utterance(long line, JsonNode object) {
    return utterance(
        line,
        required(line, object, columns().texts()),
        required(line, object, columns().labels()),
        optional(line, object, columns().dialogue(), "dialogue"),
        optional(line, object, columns().speaker(), "speaker"));
  }

  private JsonNode object(long line, String row) {
    String found;
    try {
      JsonNode node = Json.MAPPER.readTree(row);
      if (node.isObject()) {
        return node;
      }
      found = "JSON of another type";
    } catch (JsonProcessingException e) {
      found = "something else (" + e.getOriginalMessage() + ")";
    }
    throw error(line, "one JSON object", found, "write one whole object a line");
  }

  private String required(long line, JsonNode object, List<String> names) {
    String field = names.stream().filter(object::has).findFirst().orElse(names.get(0));
    JsonNode value = object.path(field);
    if (value.isTextual()) {
      return value.textValue();
    }
    throw error(
        line,
        "the field " + (object.has(field) ? '"' + field + '"' : eitherOf(names)) + " as a string",
        value.isMissingNode()
            ? "only the fields " + String.join(", ", (Iterable<String>) object::fieldNames)
            : "the value " + value,
        "mend the row, or say which field is which with columns such as text=sentence");
  }

  private @Nullable String optional(
      long line, JsonNode object, @Nullable String wanted, String usual) {
    String field = wanted == null ? usual : wanted;
    return object.path(field).isMissingNode() || object.path(field).isNull()
        ? null
        : required(line, object, List.of(field));
  }
}
