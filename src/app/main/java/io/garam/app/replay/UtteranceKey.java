package io.garam.app.replay;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.fasterxml.jackson.databind.JsonNode;
import io.garam.streams.memory.Identifiers;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Key of an utterance by which topics speak of the same one: the id of the utterance, which need
 * only differ within its dialogue, and the dialogue, which is the record's key. Each in 64 bits,
 * since there may be millions.
 *
 * @param dialogue null where the record has no key, and so speaks of any dialogue
 */
record UtteranceKey(@Nullable Long dialogue, long utterance) {

  /**
   * Returns a name, null where there is no id.
   *
   * @param id a string or a number, or anything else for none
   */
  static @Nullable UtteranceKey of(byte @Nullable [] key, JsonNode id) {
    return id.isTextual() || id.isNumber()
        ? new UtteranceKey(
            key == null ? null : Identifiers.utterance(new String(key, ISO_8859_1)),
            Objects.requireNonNull(Identifiers.utterance(id.asText())))
        : null;
  }

  /** Returns the name by which a topic without keys would speak of the same. */
  UtteranceKey inAnyDialogue() {
    return new UtteranceKey(null, utterance);
  }
}
