package io.garam.streams.output;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import io.garam.nlu.Intent;
import io.garam.nlu.io.Json;
import java.io.IOException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/**
 * Deserializer of tagged events, as a tagger has written them.
 *
 * @param pointer where the intent is
 */
record TaggedEventDeserializer(JsonPointer pointer) implements Deserializer<TaggedEvent> {

  private static final ObjectReader INTENT =
      Json.MAPPER
          .readerFor(Intent.class)
          .without(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES);

  @Override
  public TaggedEvent deserialize(String topic, byte @Nullable [] value) {
    if (value == null) {
      return new TaggedEvent(null, null);
    }
    try {
      JsonNode intent = Json.MAPPER.readTree(value).at(pointer);
      return new TaggedEvent(value, intent.isObject() ? INTENT.readValue(intent) : null);
    } catch (IOException e) {
      throw new SerializationException(
          "Expected a tagged event in the topic " + topic + ", but its intent cannot be read.", e);
    }
  }
}
