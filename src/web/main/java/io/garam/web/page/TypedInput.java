package io.garam.web.page;

import com.fasterxml.jackson.databind.JsonNode;
import io.garam.nlu.Utterance;
import io.garam.nlu.io.Json;
import io.garam.nlu.text.NormalForm;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What somebody typed into the page: a text, or the utterances of a dialogue. */
final class TypedInput {

  private static final int MOST_UTTERANCES = 100;

  /** As many characters, in all utterances, are explained within a few seconds. */
  private static final int MOST_TO_EXPLAIN = 6_000;

  private TypedInput() {}

  /**
   * Reads the utterances, each part of which is to be left out in turn.
   *
   * @throws IllegalArgumentException as {@link #read}, and if they are too long for that
   */
  static List<Utterance> readToExplain(byte[] body) {
    List<Utterance> said = read(body);
    int characters = said.stream().mapToInt(one -> one.text().length()).sum();
    if (characters > MOST_TO_EXPLAIN) {
      throw new IllegalArgumentException(
          "Expected at most "
              + MOST_TO_EXPLAIN
              + " characters to explain, but found "
              + characters
              + "; leave out what was said long before.");
    }
    return said;
  }

  /**
   * Reads the utterances.
   *
   * @throws IllegalArgumentException if there are none or too many, or one is blank, with a
   *     sentence for whoever typed them
   */
  static List<Utterance> read(byte[] body) {
    JsonNode json;
    try {
      json = Json.MAPPER.readTree(body);
    } catch (IOException e) {
      throw new IllegalArgumentException("Expected a JSON object, but found none.", e);
    }
    List<Utterance> said = new ArrayList<>();
    if (json.path("text").isTextual()) {
      said.add(Utterance.alone(json.path("text").textValue()));
    }
    for (JsonNode one : json.path("utterances")) {
      said.add(new Utterance(one.path("text").asText(), "", one.path("speaker").textValue()));
    }
    if (said.isEmpty() || said.size() > MOST_UTTERANCES) {
      throw new IllegalArgumentException(
          "Expected 1 to " + MOST_UTTERANCES + " utterances, but found " + said.size() + ".");
    }
    if (said.stream().anyMatch(one -> NormalForm.isBlank(one.text()))) {
      throw new IllegalArgumentException("Expected a text, but found a blank one.");
    }
    return said;
  }
}
