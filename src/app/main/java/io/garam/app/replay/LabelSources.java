package io.garam.app.replay;

import com.fasterxml.jackson.core.JsonPointer;
import io.garam.streams.event.EventField;
import io.garam.streams.replay.Replay;
import java.util.Objects;
import java.util.function.Consumer;

/** Label sources of a replay other than its events: topics of corrections and of live answers. */
final class LabelSources {

  private static final JsonPointer LABEL = JsonPointer.compile("/label");

  private final Replay replay;
  private final LabelOptions options;
  private final Runnable perRecord;
  private final Consumer<String> notices;

  /**
   * @param perRecord is called for each record that is read
   * @param notices hears what a user should know, a sentence each
   */
  LabelSources(Replay replay, LabelOptions options, Runnable perRecord, Consumer<String> notices) {
    this.replay = replay;
    this.options = options;
    this.perRecord = perRecord;
    this.notices = notices;
  }

  /** Returns the labels that people gave, wherever they are; reads a topic of corrections whole. */
  GoldLabels gold() {
    JsonPointer pointer = options.gold();
    if (pointer == null) {
      return GoldLabels.NONE;
    }
    String topic = options.goldTopic();
    if (topic == null) {
      return GoldLabels.at(pointer);
    }
    LabelTopic corrections = new LabelTopic(utterancePointer(), pointer);
    replay
        .reader()
        .read(
            replay.reader().whole(topic),
            record -> {
              perRecord.run();
              corrections.add(record);
            });
    if (corrections.nameless() > 0) {
      notices.accept(
          "Records of "
              + topic
              + " that do not say at "
              + utterancePointer()
              + " which utterance they correct, and so count for nothing: "
              + corrections.nameless()
              + ".");
    }
    String where = "Values at " + pointer + " of a record of " + topic;
    corrections.unusable().told(where).ifPresent(notices);
    return GoldLabels.of(corrections);
  }

  /**
   * Returns what was tagged live. That has the time of its event: records older than the replay's
   * need not be read.
   */
  LabelTopic live(String topic) {
    long[] oldest = {Long.MAX_VALUE};
    replay.answers(
        0,
        record -> {
          perRecord.run();
          oldest[0] = Math.min(oldest[0], record.timestamp());
        });
    LabelTopic live = new LabelTopic(utterancePointer(), pointer(EventField.INTENT).append(LABEL));
    replay
        .reader()
        .read(
            replay.reader().since(Math.max(0, oldest[0]), replay.reader().whole(topic)),
            record -> {
              perRecord.run();
              live.add(record);
            });
    return live;
  }

  private JsonPointer utterancePointer() {
    return pointer(EventField.UTTERANCE);
  }

  private JsonPointer pointer(EventField field) {
    return Objects.requireNonNull(replay.pointers().get(field), field.name());
  }
}
