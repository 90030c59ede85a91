package io.garam.app.deadletters;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.garam.nlu.io.Json;
import io.garam.nlu.text.Printable;
import io.garam.streams.deadletters.Letter;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** A letter as one JSON object on one line, for programs. */
final class LetterLine {

  private LetterLine() {}

  /**
   * Returns the line, without its break. What the letter does not have is left out, and bytes that
   * are not UTF-8 are in Base64 under a name that says so.
   */
  static String of(Letter letter) {
    ObjectNode line = Json.MAPPER.createObjectNode();
    letter
        .source()
        .ifPresent(
            source ->
                line.put("topic", source.partition().topic())
                    .put("partition", source.partition().partition())
                    .put("offset", source.offset()));
    line.put("deadLetterPartition", letter.record().partition())
        .put("deadLetterOffset", letter.record().offset());
    letter.time().ifPresent(time -> line.put("time", time.toString()));
    put(line, "key", letter.record().key());
    letter.code().ifPresent(code -> line.put("code", code));
    letter.reason().ifPresent(reason -> line.put("reason", reason));
    put(line, "value", letter.record().value());
    try {
      return Printable.escape(Json.MAPPER.writeValueAsString(line));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree can always be written", e);
    }
  }

  private static void put(ObjectNode line, String name, byte @Nullable [] bytes) {
    if (bytes == null) {
      return;
    }
    try {
      line.put(name, UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      line.put(name + "Base64", Base64.getEncoder().encodeToString(bytes));
    }
  }
}
