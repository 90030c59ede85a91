package io.garam.streams.event;

import java.util.Locale;

/**
 * Reason code of a dead letter: why an event became one, as a word that stays the same when
 * sentences change; a header of the letter carries it. New codes may come; none changes its
 * meaning.
 */
public enum ReasonCode {
  /** The bytes are not UTF-8. */
  NOT_UTF8,
  /** The first byte is 0, as in what a schema registry's serializer writes (Avro, Protobuf). */
  SCHEMA_REGISTRY,
  /** The text is not JSON. */
  NOT_JSON,
  /** It is JSON, but deeper nested, or with longer names or numbers, than is read. */
  JSON_LIMIT,
  /** An object has a field twice, and it is not known which counts. */
  DUPLICATE_FIELD,
  /** It is JSON, but not one object. */
  NOT_AN_OBJECT,
  /** There is nothing where the text is expected. */
  NO_TEXT,
  /** What is there is not a string. */
  TEXT_NOT_A_STRING,
  /** The text has nothing to classify. */
  BLANK_TEXT,
  /** There is something already where the intent goes, or something other than its parents. */
  INTENT_EXISTS,
  /** The event is larger than {@code garam.max.event.bytes}. */
  EVENT_TOO_LARGE,
  /**
   * The tagged event, or the event on its way over the repartition topic, is larger than the
   * producer or the topic takes.
   */
  OUTPUT_TOO_LARGE,
  /** The event's time is out of what the output or changelog topic takes. */
  TIME_REFUSED,
  /** The event has no key, which the compacted output topic demands. */
  KEY_MISSING,
  /** The brokers refused the tagged event for a reason that could not be foreseen. */
  REFUSED_BY_BROKER,
  /** The model works, but not on this text. */
  MODEL_FAILED,
  /** Garam itself failed on this event. */
  INTERNAL_ERROR;

  /** Returns the code as it is written: lower case, with hyphens. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
