package io.garam.web.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonPointer;
import io.garam.nlu.Intent;
import io.garam.nlu.Intent.ModelReference;
import io.garam.streams.event.EventField;
import io.garam.streams.event.EventReader;
import io.garam.streams.event.ExistingIntent;
import io.garam.streams.output.TaggedRecord;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;

/** Tagged events as the listener hears of them. */
final class Tagged {

  static final EventReader EVENTS =
      new EventReader(
          Map.of(
              EventField.TEXT, JsonPointer.compile("/text"),
              EventField.SPEAKER, JsonPointer.compile("/speaker")),
          ExistingIntent.REPLACE,
          Integer.MAX_VALUE);

  private Tagged() {}

  static LiveEvent live(TaggedRecord record) {
    return live(record, TextMask.FULL);
  }

  static LiveEvent live(TaggedRecord record, TextMask mask) {
    return new LiveEvent(record, LiveEvent.reader(EVENTS), mask);
  }

  /** Returns an event with another value. */
  static TaggedRecord with(String value, TaggedRecord other) {
    return new TaggedRecord(
        other.partition(),
        other.offset(),
        other.timestamp(),
        other.taggedAt(),
        other.key(),
        other.headers(),
        value.getBytes(UTF_8),
        other.intent());
  }

  static TaggedRecord event(
      String at,
      String key,
      String label,
      float confidence,
      String text,
      String speaker,
      Headers headers) {
    String value =
        "{\"text\":\""
            + text
            + "\",\"speaker\":\""
            + speaker
            + "\",\"intent\":{\"label\":\""
            + label
            + "\"}}";
    Intent intent =
        new Intent(
            label, confidence, List.of(), new ModelReference("m", "1", "0123456789abcdef"), null);
    int dash = at.indexOf('-');
    int mark = at.indexOf('@');
    return new TaggedRecord(
        new TopicPartition(at.substring(0, dash), Integer.parseInt(at.substring(dash + 1, mark))),
        Long.parseLong(at.substring(mark + 1)),
        1_000,
        1_250,
        key.getBytes(UTF_8),
        headers,
        value.getBytes(UTF_8),
        intent);
  }
}
