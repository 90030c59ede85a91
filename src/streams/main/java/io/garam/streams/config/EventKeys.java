package io.garam.streams.config;

import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.NonEmptyString;
import org.apache.kafka.common.config.ConfigDef.Range;

/** Keys of events: the topics they come from and go to, and where in an event what is. */
final class EventKeys {

  private EventKeys() {}

  static void define(ConfigDef keys) {
    keys.define(
            GaramConfig.INPUT_TOPIC,
            ConfigDef.Type.STRING,
            "utterances",
            new NonEmptyString(),
            Importance.HIGH,
            "The topic to read events from. Each value is a JSON object in UTF-8, unless"
                + " `garam.input.format` says otherwise.")
        .define(
            GaramConfig.INPUT_FORMAT,
            ConfigDef.Type.STRING,
            "json",
            ConfigDef.ValidString.in("json", GaramConfig.TEXT),
            Importance.MEDIUM,
            "What a value is: `json`, an event, or `text`, the utterance itself in UTF-8. What comes"
                + " out is an event in both cases: of a text it is an object with the text at"
                + " `garam.text.pointer` and the intent at `garam.intent.pointer`, such as"
                + " `{\"text\": …, \"intent\": …}`. A text has no speaker and no id, and only a record"
                + " without a value ends its dialogue.")
        .define(
            GaramConfig.OUTPUT_TOPIC,
            ConfigDef.Type.STRING,
            "intents",
            new NonEmptyString(),
            Importance.HIGH,
            "The topic to write tagged events to: the same bytes with one field more, the intent."
                + " Key, headers and timestamp stay as they are, and a record without a value is"
                + " passed on without one.")
        .define(
            GaramConfig.DEAD_LETTER_TOPIC,
            ConfigDef.Type.STRING,
            "utterances-dead-letters",
            new NonEmptyString(),
            Importance.HIGH,
            "The topic for events that cannot be tagged, with their original bytes and the reason"
                + " in the header `__streams.errors.message`.")
        .define(
            GaramConfig.TEXT_POINTER,
            ConfigDef.Type.STRING,
            "/text",
            EventPointers.VALIDATOR,
            Importance.HIGH,
            "Where the text is in an event: a JSON pointer (RFC 6901), for example"
                + " `/message/body` or `/parts/0/text`.")
        .define(
            GaramConfig.INTENT_POINTER,
            ConfigDef.Type.STRING,
            "/intent",
            EventPointers.VALIDATOR,
            Importance.MEDIUM,
            "Where in an event the intent is written: a JSON pointer of names of fields. Objects on"
                + " the way to it are made where they are missing; where something else is in their"
                + " place, the event is a dead letter. So taggers chain: one writes `/nlu/intent`, the"
                + " next `/nlu/sentiment`.")
        .define(
            GaramConfig.INTENT_EXISTING,
            ConfigDef.Type.STRING,
            "dead-letter",
            ConfigDef.ValidString.in("dead-letter", GaramConfig.REPLACE),
            Importance.MEDIUM,
            "What becomes of an event that has something other than null at `garam.intent.pointer`: a"
                + " `dead-letter` with the reason `intent-exists`, or `replace` it, which the log"
                + " says once. A replay replaces it where the key is not set, since it writes to"
                + " topics of its own.")
        .define(
            GaramConfig.MAX_EVENT_BYTES,
            ConfigDef.Type.INT,
            1 << 20,
            Range.atLeast(1),
            Importance.MEDIUM,
            "The largest event that is read, in bytes of its value once it is decompressed. A larger"
                + " one is a dead letter without its value. Raise it together with"
                + " `producer.max.request.size` and the topics' `max.message.bytes`, which the"
                + " tagged event must fit.");
  }
}
