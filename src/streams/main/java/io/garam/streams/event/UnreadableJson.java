package io.garam.streams.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import io.garam.nlu.io.Json;

/**
 * Refusal of an event whose JSON cannot be read, in words: the JSON library's own speak to
 * programmers, of its settings and classes.
 */
final class UnreadableJson {

  private static final StreamReadConstraints LIMITS =
      Json.MAPPER.getFactory().streamReadConstraints();

  /** Jackson has no exception of its own for it. */
  private static final String DUPLICATE_FIELD = "Duplicate field";

  private UnreadableJson() {}

  /**
   * Returns why the event is refused.
   *
   * @param start how many characters stand before the JSON
   */
  static UntaggableEventException refused(JsonProcessingException e, int start) {
    String place =
        " (at character "
            + (e.getLocation() == null ? 0 : e.getLocation().getCharOffset() + start)
            + ").";
    if (e instanceof StreamConstraintsException) {
      return new UntaggableEventException(
          ReasonCode.JSON_LIMIT,
          "Expected JSON that is nested at most "
              + LIMITS.getMaxNestingDepth()
              + " deep, with names of at most "
              + LIMITS.getMaxNameLength()
              + " characters and numbers of at most "
              + LIMITS.getMaxNumberLength()
              + " digits, but the value goes beyond one of these"
              + place);
    }
    if (e.getOriginalMessage().startsWith(DUPLICATE_FIELD)) {
      return new UntaggableEventException(
          ReasonCode.DUPLICATE_FIELD,
          "Expected each field of an object once, but one is there twice" + place);
    }
    return new UntaggableEventException(
        ReasonCode.NOT_JSON,
        "Expected the value to be a JSON object, but it "
            + (e instanceof JsonEOFException ? "ends in the middle of one" : "is not JSON")
            + place);
  }
}
