package io.garam.web.page;

import com.fasterxml.jackson.databind.JsonNode;
import io.garam.nlu.Utterance;
import io.garam.nlu.io.Json;
import io.garam.nlu.text.NormalForm;
import io.garam.web.server.Problem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What somebody typed into the page: a text, or the utterances of a dialogue. */
final class TypedInput {

  private static final int MOST_UTTERANCES = 100;

  private TypedInput() {}

  /**
   * Reads the utterances.
   *
   * @throws Problem.Refusal if there are none or too many, or one is blank or no text
   */
  static List<Utterance> read(byte[] body) {
    JsonNode json = json(body);
    List<Utterance> said = new ArrayList<>();
    if (json.has("text")) {
      said.add(Utterance.alone(text(json.path("text"))));
    }
    for (JsonNode one : json.path("utterances")) {
      said.add(new Utterance(text(one.path("text")), "", one.path("speaker").textValue()));
    }
    if (said.isEmpty() || said.size() > MOST_UTTERANCES) {
      throw refusal(
          "Expected 1 to " + MOST_UTTERANCES + " utterances, but found " + said.size() + ".");
    }
    return said;
  }

  private static String text(JsonNode found) {
    if (!found.isTextual()) {
      throw refusal(
          "Expected a text, which is a string, but found "
              + (found.isMissingNode()
                  ? "none"
                  : "a value of the type " + found.getNodeType().name().toLowerCase(Locale.ROOT))
              + ".");
    }
    if (NormalForm.isBlank(found.textValue())) {
      throw refusal("Expected a text, but found a blank one.");
    }
    return found.textValue();
  }

  /**
   * Reads a field that must be there.
   *
   * @throws Problem.Refusal if it is not, or is empty or no string
   */
  static String field(byte[] body, String name) {
    String value = json(body).path(name).textValue();
    if (value == null || value.isEmpty()) {
      throw refusal("Expected {\"" + name + "\": \"…\"}, but found no " + name + ".");
    }
    return value;
  }

  private static JsonNode json(byte[] body) {
    try {
      return Json.MAPPER.readTree(body);
    } catch (IOException e) {
      throw refusal("Expected a JSON object, but found none.");
    }
  }

  private static Problem.Refusal refusal(String sentence) {
    return Problem.of(400, "input", sentence).refusal();
  }
}
