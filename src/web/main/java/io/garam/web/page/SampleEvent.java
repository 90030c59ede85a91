package io.garam.web.page;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.garam.nlu.io.Json;
import io.garam.streams.config.GaramConfig;
import io.garam.streams.event.EventField;
import io.garam.streams.settings.TaggerSettings;
import java.util.Objects;

/** Event of the shape that a tagger reads, with a gap for its text. */
final class SampleEvent {

  /** Where the text goes. */
  static final String GAP = "...";

  private SampleEvent() {}

  /** Returns the value of such an event. */
  static String of(GaramConfig config) {
    TaggerSettings settings = new TaggerSettings(config);
    if (settings.isText()) {
      return GAP;
    }
    JsonPointer text =
        Objects.requireNonNull(settings.pointers().get(EventField.TEXT), "a text has its place");
    ObjectNode event = Json.MAPPER.createObjectNode();
    ObjectNode holder = text.tail().matches() ? event : event.withObject(text.head());
    holder.put(text.last().getMatchingProperty(), GAP);
    return event.toString();
  }
}
