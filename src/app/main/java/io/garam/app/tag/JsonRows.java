package io.garam.app.tag;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.garam.nlu.Intent;
import io.garam.nlu.io.Json;
import io.garam.nlu.text.Printable;
import io.garam.streams.event.Event;
import io.garam.streams.event.IntentSerializer;

/** Rows of JSON: an event with its intent as on the output topic, or an object of Garam's own. */
final class JsonRows implements Rows {

  /** A text with its intent, in the shape of the output topic. */
  private record TaggedText(String text, Intent intent) {}

  private final IntentSerializer intents = new IntentSerializer();

  @Override
  public String of(TagResult answer) {
    Intent intent = answer.intent();
    Event event = answer.event();
    if (intent == null) {
      return answer.outcome() == TagOutcome.ENDED ? oneLine(answer.text()) : untagged(answer);
    }
    return event == null
        ? write(new TaggedText(answer.text(), intent))
        : oneLine(new String(event.with(intent, intents), UTF_8));
  }

  private static String untagged(TagResult answer) {
    ObjectNode row = Json.MAPPER.createObjectNode().put("line", answer.line()).putNull("intent");
    if (answer.error() != null) {
      row.put("error", answer.error());
    }
    return write(row);
  }

  /** Between the fields of a valid object there may be white space, which is no text to escape. */
  private static String oneLine(String json) {
    return Printable.escape(json.replace('\t', ' ').replace('\r', ' ').replace('\n', ' '));
  }

  private static String write(Object row) {
    try {
      return Printable.escape(Json.MAPPER.writeValueAsString(row));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a row always has a JSON form", e);
    }
  }
}
