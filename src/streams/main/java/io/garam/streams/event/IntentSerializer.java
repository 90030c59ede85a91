package io.garam.streams.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.NumberOutput;
import io.garam.nlu.Intent;
import io.garam.nlu.Intent.Alternative;
import io.garam.nlu.Intent.ModelReference;
import io.garam.nlu.Intent.Place;
import io.garam.nlu.io.Json;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Serializer of intents: writes them byte by byte as the JSON mapper does, but makes the JSON of a
 * model and of its labels once, since these are the same in all events. Not safe for many threads.
 */
public final class IntentSerializer {

  private static final int USUAL_BYTES = 512;

  /** Far more than models have; the JSON of others is made each time. */
  private static final int MOST_LABELS = 10_000;

  private static final byte[] LABEL = "{\"label\":".getBytes(UTF_8);
  private static final byte[] CONFIDENCE = ",\"confidence\":".getBytes(UTF_8);
  private static final byte[] ALTERNATIVES = ",\"alternatives\":[".getBytes(UTF_8);
  private static final byte[] MODEL = "],\"model\":".getBytes(UTF_8);
  private static final byte[] DIALOGUE = ",\"dialogue\":".getBytes(UTF_8);

  private final Map<String, byte[]> labels = new HashMap<>();
  private @Nullable ModelReference model;
  private byte[] modelJson = {};
  private byte[] buffer = new byte[USUAL_BYTES];
  private int length;

  /** Returns the JSON of an intent in UTF-8, valid until the next is written. */
  public ByteBuffer serialize(Intent intent) {
    length = 0;
    score(intent.label(), intent.confidence());
    put(ALTERNATIVES);
    List<Alternative> alternatives = intent.alternatives();
    for (int i = 0; i < alternatives.size(); i++) {
      if (i > 0) {
        put(',');
      }
      score(alternatives.get(i).label(), alternatives.get(i).confidence());
      put('}');
    }
    put(MODEL);
    put(json(intent.model()));
    Place dialogue = intent.dialogue();
    if (dialogue != null) {
      put(DIALOGUE);
      put(written(dialogue));
    }
    put('}');
    return ByteBuffer.wrap(buffer, 0, length);
  }

  private void score(String label, float confidence) {
    put(LABEL);
    put(json(label));
    put(CONFIDENCE);
    number(confidence);
  }

  /**
   * Writes a number in the fewest digits that are read as it, as the JSON mapper does where it is
   * told to write numbers fast: what is none is a string.
   */
  private void number(float number) {
    String text = NumberOutput.toString(number, true);
    boolean quoted = !Float.isFinite(number);
    if (quoted) {
      put('"');
    }
    for (int i = 0; i < text.length(); i++) {
      put(text.charAt(i));
    }
    if (quoted) {
      put('"');
    }
  }

  private void put(byte[] bytes) {
    require(bytes.length);
    System.arraycopy(bytes, 0, buffer, length, bytes.length);
    length += bytes.length;
  }

  private void put(char ascii) {
    require(1);
    buffer[length++] = (byte) ascii;
  }

  private void require(int more) {
    if (buffer.length - length < more) {
      buffer = Arrays.copyOf(buffer, Math.max(2 * buffer.length, length + more));
    }
  }

  private byte[] json(String label) {
    byte[] known = labels.get(label);
    if (known != null) {
      return known;
    }
    byte[] json = written(label);
    if (labels.size() < MOST_LABELS) {
      labels.put(label, json);
    }
    return json;
  }

  private byte[] json(ModelReference reference) {
    if (!reference.equals(model)) {
      model = reference;
      modelJson = written(reference);
    }
    return modelJson;
  }

  /** By way of a string: half a surrogate pair becomes a question mark and is no error. */
  private static byte[] written(Object value) {
    try {
      return Json.MAPPER.writeValueAsString(value).getBytes(UTF_8);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("labels, models and places always have a JSON form", e);
    }
  }
}
