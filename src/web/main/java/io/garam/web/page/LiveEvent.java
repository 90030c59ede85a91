package io.garam.web.page;

import io.garam.nlu.io.Json;
import io.garam.streams.event.Event;
import io.garam.streams.event.EventReader;
import io.garam.streams.event.UntaggableEventException;
import io.garam.streams.output.TaggedRecord;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Tagged event as pages look at it: what is in its bytes is read when the first page asks, and once
 * for all of them. For one thread at a time.
 */
final class LiveEvent {

  private final TaggedRecord record;
  private final Function<byte[], @Nullable Event> reader;
  private final TextMask mask;
  private boolean isRead;
  private @Nullable Event read;
  private @Nullable String lowerText;
  private @Nullable Map<String, Set<String>> headers;
  private @Nullable String message;

  /**
   * @param reader returns null for a value without an utterance that can be read
   */
  LiveEvent(TaggedRecord record, Function<byte[], @Nullable Event> reader, TextMask mask) {
    this.record = record;
    this.reader = reader;
    this.mask = mask;
  }

  /** Returns a reader of output events. */
  static Function<byte[], @Nullable Event> reader(EventReader events) {
    return value -> {
      try {
        return events.read(value);
      } catch (UntaggableEventException e) {
        return null;
      }
    };
  }

  TaggedRecord record() {
    return record;
  }

  /** Returns the event; null where it cannot be read. */
  @Nullable Event event() {
    if (!isRead) {
      read = reader.apply(record.value());
      isRead = true;
    }
    return read;
  }

  /** Returns the confidence as pages are shown it. */
  float confidence() {
    return mask.shown(record.intent().confidence());
  }

  /** Says whether somebody says it. */
  boolean isBy(String speaker) {
    Event event = event();
    return event != null && speaker.equals(event.speaker());
  }

  /**
   * Says whether a part is in the text.
   *
   * @param part in lower case
   */
  boolean says(String part) {
    Event event = event();
    if (event == null) {
      return false;
    }
    if (lowerText == null) {
      lowerText = event.text().toLowerCase(Locale.ROOT);
    }
    return lowerText.contains(part);
  }

  /** Says whether it has a header of that value. */
  boolean hasHeader(String name, String value) {
    if (headers == null) {
      headers = record.headerTexts();
    }
    return headers.getOrDefault(name, Set.of()).contains(value);
  }

  /** Returns the message with its row, as pages are sent it. */
  String message() {
    if (message == null) {
      message = message("tagged", TaggedRow.of(record, event(), mask));
    }
    return message;
  }

  /** Returns a server-sent event. */
  static String message(String type, Object data) {
    return "event: " + type + "\ndata: " + Json.MAPPER.valueToTree(data) + "\n\n";
  }
}
