package io.garam.app.replay;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.garam.evaluation.GoldLabel;
import io.garam.nlu.io.Json;
import java.io.IOException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Labels that another topic gives to utterances: corrections by people, or what was tagged live.
 * The last word on an utterance counts, in the order in which the topic is read; one without a
 * label, or with something that can be none, takes the label back.
 */
final class LabelTopic {

  private final JsonPointer utterance;
  private final JsonPointer label;
  private final LabelsByKey labels = new LabelsByKey();
  private final UnusableLabels unusable = new UnusableLabels();
  private long nameless;

  /**
   * @param utterance where a record has the id of the utterance
   * @param label where it has the label, see {@link GoldLabel}
   */
  LabelTopic(JsonPointer utterance, JsonPointer label) {
    this.utterance = utterance;
    this.label = label;
  }

  void add(ConsumerRecord<byte[], byte @Nullable []> record) {
    JsonNode event = read(record.value());
    UtteranceKey name = UtteranceKey.of(record.key(), event.at(utterance));
    if (name == null) {
      nameless++;
      return;
    }
    GoldLabel given = GoldLabel.of(event.at(label));
    unusable.add(given);
    if (given.text() != null) {
      labels.put(name, given.text());
    } else {
      labels.remove(name);
    }
  }

  private static JsonNode read(byte @Nullable [] value) {
    try {
      return value == null ? Json.MAPPER.missingNode() : Json.MAPPER.readTree(value);
    } catch (IOException e) {
      return Json.MAPPER.missingNode();
    }
  }

  /** Returns the label of an utterance, null where the topic has none. */
  @Nullable String of(@Nullable UtteranceKey name) {
    if (name == null) {
      return null;
    }
    String own = labels.get(name);
    return own == null ? labels.get(name.inAnyDialogue()) : own;
  }

  /** Returns what stood in place of labels. */
  UnusableLabels unusable() {
    return unusable;
  }

  /** Returns how many records do not say which utterance they speak of. */
  long nameless() {
    return nameless;
  }
}
