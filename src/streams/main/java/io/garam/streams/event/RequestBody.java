package io.garam.streams.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.garam.nlu.io.Json;
import io.garam.nlu.text.Utf8;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Body of a request: one event, or an object whose one field, {@value #UTTERANCES}, has those of a
 * dialogue.
 *
 * @param events as the values of records have them, byte by byte
 * @param isDialogue whether they came as a dialogue
 */
public record RequestBody(List<byte[]> events, boolean isDialogue) {

  /** The field that makes a dialogue of an object that has no other. */
  public static final String UTTERANCES = "utterances";

  /**
   * Reads a body of JSON.
   *
   * @param areTexts whether utterances are strings, the texts themselves, and not events
   * @throws UntaggableEventException if it is no JSON, or an utterance is not what it must be;
   *     whether a single event can be read is for the {@link EventReader} to say
   */
  public static RequestBody parse(byte[] body, boolean areTexts) {
    String json = EventText.decode(body, Integer.MAX_VALUE);
    int start = Utf8.isMarked(json) ? 1 : 0;
    try (JsonParser parser = Json.MAPPER.createParser(json.substring(start))) {
      List<byte[]> utterances = utterances(parser, json.substring(start), areTexts);
      return utterances == null
          ? new RequestBody(List.of(body), false)
          : new RequestBody(utterances, true);
    } catch (JsonProcessingException e) {
      throw UnreadableJson.refused(e, start);
    } catch (IOException e) {
      throw new UncheckedIOException("reading from memory failed", e);
    }
  }

  private static @Nullable List<byte[]> utterances(JsonParser parser, String json, boolean areTexts)
      throws IOException {
    if (parser.nextToken() != JsonToken.START_OBJECT
        || parser.nextToken() != JsonToken.FIELD_NAME
        || !parser.currentName().equals(UTTERANCES)
        || parser.nextToken() != JsonToken.START_ARRAY) {
      return null;
    }
    List<byte[]> utterances = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      utterances.add(areTexts ? text(parser) : value(parser, json));
    }
    return parser.nextToken() == JsonToken.END_OBJECT && parser.nextToken() == null
        ? utterances
        : null;
  }

  private static byte[] value(JsonParser parser, String json) throws IOException {
    int from = (int) parser.currentTokenLocation().getCharOffset();
    parser.skipChildren();
    parser.finishToken();
    return json.substring(from, (int) parser.currentLocation().getCharOffset()).getBytes(UTF_8);
  }

  private static byte[] text(JsonParser parser) throws IOException {
    if (parser.currentToken() != JsonToken.VALUE_STRING) {
      throw new UntaggableEventException(
          ReasonCode.TEXT_NOT_A_STRING,
          "Expected each of the "
              + UTTERANCES
              + " to be a string, the text itself, but found "
              + JsonType.of(parser.currentToken())
              + ".");
    }
    return parser.getText().getBytes(UTF_8);
  }

  /**
   * Returns the body of the answer.
   *
   * @param outputs one for each of the events, in their order
   */
  public byte[] answer(List<byte[]> outputs) {
    if (!isDialogue) {
      return outputs.get(0);
    }
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    joined.writeBytes(("{\"" + UTTERANCES + "\":[").getBytes(UTF_8));
    for (int i = 0; i < outputs.size(); i++) {
      if (i > 0) {
        joined.write(',');
      }
      joined.writeBytes(outputs.get(i));
    }
    joined.writeBytes("]}".getBytes(UTF_8));
    return joined.toByteArray();
  }
}
