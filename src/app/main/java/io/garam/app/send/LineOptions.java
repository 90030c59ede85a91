package io.garam.app.send;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonPointer;
import io.garam.app.options.Pointers;
import io.garam.app.usage.UsageException;
import io.garam.streams.config.GaramConfig;
import io.garam.streams.event.EventReader;
import io.garam.streams.settings.TaggerSettings;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The flags that say what a line is, and what its event has beside it. */
final class LineOptions {

  @Option(
      names = "--events",
      description =
          "Each line is an event, a JSON object, and goes as it is. Without this flag each line is a"
              + " text, also one that looks like JSON.")
  private boolean events;

  @Option(
      names = "--text-pointer",
      paramLabel = "POINTER",
      description = "JSON pointer to where a text goes in its event (default: /text).")
  private @Nullable String textPointer;

  @Option(
      names = "--speaker",
      paramLabel = "NAME",
      description = "Who says the texts; goes to garam.speaker.pointer (default: /speaker).")
  private @Nullable String speaker;

  @Option(
      names = "--dialogue",
      paramLabel = "ID",
      description =
          "The texts belong to this dialogue: its id is the key of all records and, where"
              + " garam.dialogue.pointer is set, goes there too.")
  private @Nullable String dialogue;

  @Option(names = "--key", paramLabel = "KEY", description = "Key of all records (default: none).")
  private @Nullable String key;

  /**
   * Checks the flags before any work.
   *
   * @throws UsageException if they do not go together
   */
  void check() {
    if (events && (speaker != null || dialogue != null || textPointer != null)) {
      throw new UsageException(
          "Expected --speaker, --dialogue and --text-pointer with texts, but --events says that the"
              + " lines are events, which go as they are; leave one out, or give their key by"
              + " --key.");
    }
    if (dialogue != null && key != null) {
      throw new UsageException(
          "Expected --dialogue or --key, but found both, and either is the key of the records; leave"
              + " one out.");
    }
  }

  /** Returns the setting of the text's place; null where no flag gives it. */
  @Nullable String textPointer() {
    return textPointer == null ? null : Pointers.of("text-pointer", textPointer).toString();
  }

  /** Returns the key of all records, null for none. */
  byte @Nullable [] key() {
    String given = dialogue == null ? key : dialogue;
    return given == null ? null : given.getBytes(UTF_8);
  }

  /**
   * Returns what makes events of lines, as a tagger with these settings reads them.
   *
   * @throws UsageException if the tagger reads plain texts, which have no speaker
   */
  EventValues values(GaramConfig config) {
    TaggerSettings settings = new TaggerSettings(config);
    if (settings.isText()) {
      if (events || speaker != null) {
        throw new UsageException(
            "Expected texts alone, since "
                + GaramConfig.INPUT_FORMAT
                + " is "
                + GaramConfig.TEXT
                + ", but found "
                + (events ? "--events" : "--speaker")
                + "; leave it out.");
      }
      return line -> line.getBytes(UTF_8);
    }
    if (events) {
      EventReader reader = settings.events();
      return line -> reader.read(line.getBytes(UTF_8)).value();
    }
    Map<JsonPointer, String> others = new LinkedHashMap<>();
    if (speaker != null) {
      others.put(pointer(config, GaramConfig.SPEAKER_POINTER), speaker);
    }
    if (dialogue != null && config.repartitions()) {
      others.put(pointer(config, GaramConfig.DIALOGUE_POINTER), dialogue);
    }
    return new TextEvents(pointer(config, GaramConfig.TEXT_POINTER), others);
  }

  private static JsonPointer pointer(GaramConfig config, String key) {
    return JsonPointer.compile(config.getString(key));
  }
}
