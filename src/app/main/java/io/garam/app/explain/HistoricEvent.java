package io.garam.app.explain;

import io.garam.app.explain.report.DialogueSoFar;
import io.garam.nlu.GaramException;
import io.garam.nlu.Intent;
import io.garam.nlu.Utterance;
import io.garam.nlu.inference.IntentClassifier;
import io.garam.streams.client.Brokers;
import io.garam.streams.client.ExistingEvent;
import io.garam.streams.client.OffsetRange;
import io.garam.streams.client.TopicReader;
import io.garam.streams.config.GaramConfig;
import io.garam.streams.event.Event;
import io.garam.streams.event.EventReader;
import io.garam.streams.event.SourcePosition;
import io.garam.streams.event.UntaggableEventException;
import io.garam.streams.output.TaggedEvent;
import io.garam.streams.settings.TaggerSettings;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;

/**
 * Event that a topic holds, with what was said before it in its dialogue.
 *
 * @param position where it is
 * @param dialogue its utterance, after those before it where the model follows dialogues
 * @param then the intent that it was given; null where it has none, as in an input topic
 */
record HistoricEvent(SourcePosition position, List<Utterance> dialogue, @Nullable Intent then) {

  /** How many offsets before it are searched for its dialogue. */
  private static final long MOST_OFFSETS = 200_000;

  /**
   * Reads an event.
   *
   * @throws GaramException if it is not there or has no utterance, or the brokers do not answer
   */
  static HistoricEvent read(
      SourcePosition position, GaramConfig config, IntentClassifier classifier) {
    Brokers brokers = new TaggerSettings(config).brokers();
    OffsetRange held = new ExistingEvent(brokers, position).require();
    long from =
        classifier.followsDialogues() ? position.offset() - MOST_OFFSETS : position.offset();
    OffsetRange searched = held.until(position.offset() + 1).since(from);
    Reading reading = new Reading(position, new TaggerSettings(config).events(), classifier);
    try (TopicReader reader = new TopicReader(brokers)) {
      OffsetRange itself = searched.since(position.offset());
      reader.read(List.of(itself), reading::find);
      reading.requireUtterance();
      if (searched.from() < itself.from()) {
        reader.read(List.of(searched.until(position.offset())), reading::collect);
      }
    }
    return reading.result(config);
  }

  /** What was read so far. */
  private static final class Reading {

    private final SourcePosition position;
    private final EventReader events;
    private final IntentClassifier classifier;
    private final DialogueSoFar earlier = new DialogueSoFar();
    private @Nullable ConsumerRecord<byte[], byte[]> record;
    private @Nullable Event event;

    Reading(SourcePosition position, EventReader events, IntentClassifier classifier) {
      this.position = position;
      this.events = events;
      this.classifier = classifier;
    }

    void find(ConsumerRecord<byte[], byte[]> found) {
      record = found;
      event = event(found);
    }

    void requireUtterance() {
      if (record == null) {
        throw new GaramException(
            "Expected an event at "
                + position
                + ", but there is none: it was compacted away, or the offset is a transaction's"
                + " mark; name the offset before it or after it.");
      }
      if (record.value() == null) {
        throw new GaramException(
            "Expected an utterance at "
                + position
                + ", but the record has no value: it says nothing and ends the dialogue of its key;"
                + " name the offset of an utterance before it.");
      }
      if (event == null || classifier.isBlank(event.text())) {
        throw new GaramException(
            "Expected an utterance at "
                + position
                + ", but the event has none that can be read; `garam dead-letters` says why such"
                + " events are not tagged.");
      }
    }

    void collect(ConsumerRecord<byte[], byte[]> before) {
      if (before.value() == null && hasSameKey(before)) {
        earlier.end();
        return;
      }
      Event said = event(before);
      if (said == null || !isOfDialogue(before, said)) {
        return;
      }
      if (!classifier.isBlank(said.text())) {
        earlier.add(said.text(), said.speaker());
      }
      if (said.ends()) {
        earlier.end();
      }
    }

    private boolean isOfDialogue(ConsumerRecord<byte[], byte[]> before, Event said) {
      String dialogue = Objects.requireNonNull(event).dialogueId();
      return dialogue == null ? hasSameKey(before) : dialogue.equals(said.dialogueId());
    }

    private boolean hasSameKey(ConsumerRecord<byte[], byte[]> before) {
      return before.key() != null && Arrays.equals(before.key(), record().key());
    }

    private ConsumerRecord<byte[], byte[]> record() {
      return Objects.requireNonNull(record);
    }

    private @Nullable Event event(ConsumerRecord<byte[], byte[]> read) {
      try {
        return read.value() == null ? null : events.read(read.value());
      } catch (UntaggableEventException e) {
        return null;
      }
    }

    HistoricEvent result(GaramConfig config) {
      Event last = Objects.requireNonNull(event);
      return new HistoricEvent(position, earlier.and(last.text(), last.speaker()), then(config));
    }

    private @Nullable Intent then(GaramConfig config) {
      try {
        return TaggedEvent.serde(config.getString(GaramConfig.INTENT_POINTER))
            .deserializer()
            .deserialize(position.partition().topic(), record().value())
            .intent();
      } catch (SerializationException e) {
        return null;
      }
    }
  }
}
