package io.garam.streams.event;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Text of an event's bytes, judged by its size and its first byte before it is decoded. */
final class EventText {

  private static final char REPLACEMENT = '\uFFFD';

  private EventText() {}

  /**
   * Decodes the value of a record.
   *
   * @param maxBytes the largest value that is read
   * @throws UntaggableEventException if it is larger, in the format of a schema registry or not
   *     UTF-8
   */
  static String decode(byte[] value, int maxBytes) {
    if (value.length > maxBytes) {
      throw new UntaggableEventException(
          ReasonCode.EVENT_TOO_LARGE,
          "Expected an event of at most garam.max.event.bytes ("
              + maxBytes
              + "), but it is larger.");
    }
    if (value.length > 0 && value[0] == 0) {
      throw new UntaggableEventException(
          ReasonCode.SCHEMA_REGISTRY,
          "Expected the value to be a JSON object, but it begins with byte 0, as the Avro, Protobuf"
              + " and JSON of a schema registry do; convert it to plain JSON before Garam.");
    }
    String text = new String(value, StandardCharsets.UTF_8);
    return text.indexOf(REPLACEMENT) < 0 ? text : strictlyDecoded(value);
  }

  /** The replacement character stands for a fault, or for itself. */
  private static String strictlyDecoded(byte[] value) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(value)).toString();
    } catch (CharacterCodingException e) {
      throw new UntaggableEventException(
          ReasonCode.NOT_UTF8,
          "Expected the value to be a JSON object in UTF-8, but its bytes are not UTF-8.");
    }
  }
}
