package io.garam.app.tag;

import com.fasterxml.jackson.core.JsonPointer;
import io.garam.app.options.Pointers;
import io.garam.app.usage.UsageException;
import io.garam.streams.event.EventField;
import io.garam.streams.event.EventReader;
import io.garam.streams.event.ExistingIntent;
import java.util.Map;
import picocli.CommandLine.Option;

/** The flags that say where an event has its text, its dialogue and its speaker. */
final class EventOptions {

  private static final JsonPointer END = JsonPointer.compile("/end");

  @Option(
      names = "--text-pointer",
      paramLabel = "POINTER",
      defaultValue = "/text",
      description = "JSON pointer to the text of an event (default: ${DEFAULT-VALUE}).")
  private String textPointer;

  @Option(
      names = "--dialogue-pointer",
      paramLabel = "POINTER",
      defaultValue = "/dialogueId",
      description = "JSON pointer to the id of an event's dialogue (default: ${DEFAULT-VALUE}).")
  private String dialoguePointer;

  @Option(
      names = "--speaker-pointer",
      paramLabel = "POINTER",
      defaultValue = "/speaker",
      description = "JSON pointer to the speaker of an event (default: ${DEFAULT-VALUE}).")
  private String speakerPointer;

  /**
   * Returns the reader of events of any size.
   *
   * @throws UsageException if a flag is no JSON pointer
   */
  EventReader reader() {
    return new EventReader(
        Map.of(
            EventField.TEXT, Pointers.of("text-pointer", textPointer),
            EventField.DIALOGUE, Pointers.of("dialogue-pointer", dialoguePointer),
            EventField.SPEAKER, Pointers.of("speaker-pointer", speakerPointer),
            EventField.END, END),
        ExistingIntent.REPLACE,
        Integer.MAX_VALUE);
  }
}
