package io.garam.app.replay;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import io.garam.app.replay.explained.AnswerPlace;
import io.garam.nlu.Intent;
import io.garam.nlu.io.Json;
import io.garam.nlu.text.Printable;
import io.garam.streams.event.EventField;
import io.garam.streams.event.SourcePosition;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * What a model said of one event.
 *
 * @param place where the event was read, and its dialogue
 * @param time of the event, in epoch milliseconds
 * @param event all of it, with its intent
 * @param name by which other topics speak of the utterance, null where it has none
 */
record Answer(
    AnswerPlace place,
    long time,
    JsonNode event,
    String text,
    @Nullable UtteranceKey name,
    Intent intent) {

  private static final int LONGEST_QUOTE = 500;

  /** What is not known of an utterance is left out of its intent. */
  private static final ObjectReader INTENTS =
      Json.MAPPER
          .readerFor(Intent.class)
          .without(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES);

  /**
   * Reads an output record; empty where it is no answer: not of a replay, or passed on without an
   * utterance.
   */
  static Optional<Answer> of(
      ConsumerRecord<byte[], byte @Nullable []> record, Map<EventField, JsonPointer> pointers) {
    Optional<SourcePosition> place = SourcePosition.of(record.headers());
    byte[] value = record.value();
    if (place.isEmpty() || value == null) {
      return Optional.empty();
    }
    try {
      JsonNode event = Json.MAPPER.readTree(value);
      JsonNode intent = at(event, pointers, EventField.INTENT);
      return !intent.isObject()
          ? Optional.empty()
          : Optional.of(
              new Answer(
                  AnswerPlace.of(place.get(), record.key()),
                  record.timestamp(),
                  event,
                  at(event, pointers, EventField.TEXT).asText(),
                  UtteranceKey.of(record.key(), at(event, pointers, EventField.UTTERANCE)),
                  INTENTS.readValue(intent)));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static JsonNode at(
      JsonNode event, Map<EventField, JsonPointer> pointers, EventField field) {
    return event.at(Objects.requireNonNull(pointers.get(field), field.name()));
  }

  /** Returns the beginning of the text, as reports quote it. */
  String quoted() {
    return Printable.shortened(text, LONGEST_QUOTE);
  }
}
