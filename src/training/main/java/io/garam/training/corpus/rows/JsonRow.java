package io.garam.training.corpus.rows;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.garam.evaluation.GoldLabel;
import io.garam.nlu.GaramException;
import io.garam.training.corpus.ColumnMapping;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of a corpus that is JSON: an object with an utterance and its label in fields or at JSON
 * pointers, or a task as Label Studio or Prodigy exports it.
 *
 * @param reader of the corpus that the row is in
 * @param number of the row, see {@link RowReader#place}
 * @param json the row
 */
record JsonRow(RowReader reader, long number, JsonNode json) {

  void addTo(CollectedRows rows) {
    ColumnMapping columns = reader.columns();
    AnnotationTask task = columns.label() == null ? AnnotationTask.of(json) : null;
    if (task != null && task.isLeftOut()) {
      rows.leaveOut(number);
      return;
    }
    reader.add(
        rows,
        number,
        text(task == null ? json : task.data(), columns.texts()),
        task == null ? label(columns.labels()) : GoldLabel.of(task.given()),
        optional(columns.dialogue(), "dialogue"),
        optional(columns.speaker(), "speaker"));
  }

  private String text(JsonNode data, List<String> names) {
    JsonNode value = first(data, names);
    if (value.isMissingNode()) {
      value = first(json, names);
    }
    if (value.isTextual()) {
      return value.textValue();
    }
    throw unusable("as a string", data, names, value);
  }

  private GoldLabel label(List<String> names) {
    JsonNode value = first(json, names);
    if (value.isMissingNode()) {
      throw unusable("as a string or an integer", json, names, value);
    }
    return GoldLabel.of(value);
  }

  private @Nullable String optional(@Nullable String wanted, String usual) {
    List<String> names = List.of(wanted == null ? usual : wanted);
    JsonNode value = first(json, names);
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    if (value.isTextual() || value.isIntegralNumber()) {
      return value.asText();
    }
    throw unusable("as a string or an integer", json, names, value);
  }

  private static JsonNode first(JsonNode json, List<String> names) {
    for (String name : names) {
      if (name.startsWith("/") && !json.has(name)) {
        return json.at(JsonPointer.compile(name));
      }
    }
    return ColumnMapping.find(fields(json), names).map(json::path).orElse(json.path(""));
  }

  private static List<String> fields(JsonNode json) {
    List<String> fields = new ArrayList<>();
    json.fieldNames().forEachRemaining(fields::add);
    return fields;
  }

  private GaramException unusable(String form, JsonNode data, List<String> names, JsonNode found) {
    return reader.error(
        number,
        "the field " + RowReader.eitherOf(names) + " " + form,
        found.isMissingNode()
            ? "only the fields " + String.join(", ", fields(data))
            : "the value " + found,
        "mend the row, or say which field is which with columns such as text=sentence or"
            + " text=/data/text");
  }
}
