package io.garam.training.corpus.rows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.garam.nlu.io.Json;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A text that people labelled in a program for that: a task of Label Studio's JSON export (choices
 * in {@code annotations}, the text in {@code data}) or of Prodigy's {@code db-out} (an {@code
 * answer}, and in {@code accept} or {@code label} what was chosen). Doccano's JSON Lines need none
 * of this: their {@code label} is a list.
 *
 * @param data the object that has the text
 * @param given the different labels that it was given
 * @param isLeftOut whether people decided to give none, or gave none yet
 */
record AnnotationTask(JsonNode data, JsonNode given, boolean isLeftOut) {

  /** Returns the task that a row is, null where it is none. */
  static @Nullable AnnotationTask of(JsonNode row) {
    if (row.path("data").isObject() && row.path("annotations").isArray()) {
      return labelStudio(row);
    }
    if (row.path("answer").isTextual() && (row.has("_task_hash") || row.has("accept"))) {
      return prodigy(row);
    }
    return null;
  }

  private static AnnotationTask labelStudio(JsonNode row) {
    Set<JsonNode> labels = new LinkedHashSet<>();
    for (JsonNode annotation : row.path("annotations")) {
      if (!annotation.path("was_cancelled").asBoolean()) {
        annotation
            .path("result")
            .forEach(result -> result.at("/value/choices").forEach(labels::add));
      }
    }
    JsonNode data = row.path("data");
    JsonNode only = onlyText(data);
    return new AnnotationTask(only == null ? data : only, array(labels), labels.isEmpty());
  }

  /** A labelling configuration may name the text as it likes: where there is one, it is that. */
  private static @Nullable JsonNode onlyText(JsonNode data) {
    return data.size() == 1 && data.elements().next().isTextual()
        ? Json.MAPPER.createObjectNode().set("text", data.elements().next())
        : null;
  }

  private static AnnotationTask prodigy(JsonNode row) {
    JsonNode labels = row.has("accept") ? row.path("accept") : row.path("label");
    boolean accepted = row.path("answer").textValue().equals("accept");
    return new AnnotationTask(row, labels, !accepted || (labels.isArray() && labels.isEmpty()));
  }

  private static ArrayNode array(Set<JsonNode> nodes) {
    return Json.MAPPER.createArrayNode().addAll(nodes);
  }
}
