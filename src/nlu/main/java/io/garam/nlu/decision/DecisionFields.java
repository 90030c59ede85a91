package io.garam.nlu.decision;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Fields of a decision in a spec file, each of the type that it must have. */
record DecisionFields(ObjectNode json) {

  private static final Set<String> KNOWN = Set.of("labels", "temperature", "exponent", "threshold");

  /**
   * @throws IllegalArgumentException if there is any other
   */
  DecisionFields {
    json.fieldNames()
        .forEachRemaining(
            field -> {
              if (!KNOWN.contains(field)) {
                throw new IllegalArgumentException("the unknown field \"" + field + "\"");
              }
            });
  }

  /**
   * @throws IllegalArgumentException if it is missing, or no number
   */
  double number(String field) {
    try {
      // Null, missing, true and lists have no text that is a number.
      return Double.parseDouble(json.path(field).asText());
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("no number at decision." + field, e);
    }
  }

  /** Returns a number that is left out where it is this. */
  double numberOr(double otherwise, String field) {
    return json.has(field) ? number(field) : otherwise;
  }

  /**
   * @throws IllegalArgumentException if it is missing, or no list of strings
   */
  List<String> names(String field) {
    List<String> names = new ArrayList<>();
    for (JsonNode name : json.path(field)) {
      names.add(name.textValue());
    }
    if (!json.path(field).isArray() || names.contains(null)) {
      throw new IllegalArgumentException("no list of names at decision." + field);
    }
    return names;
  }
}
