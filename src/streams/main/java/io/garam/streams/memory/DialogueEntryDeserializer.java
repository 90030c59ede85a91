package io.garam.streams.memory;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.garam.nlu.dialogue.DialogueMemory;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/**
 * Deserializer of entries in the format of {@link DialogueEntrySerde}. An entry that another
 * version of Garam wrote, or that is no entry at all, is that of another model, of which at most
 * the time is known.
 */
final class DialogueEntryDeserializer implements Deserializer<DialogueEntry> {

  @Override
  public @Nullable DialogueEntry deserialize(String topic, byte @Nullable [] data) {
    if (data == null) {
      return null;
    }
    try {
      return entry(ByteBuffer.wrap(data));
    } catch (BufferUnderflowException | NegativeArraySizeException e) {
      return ofUnknownModel(0);
    }
  }

  private static DialogueEntry entry(ByteBuffer bytes) {
    byte version = bytes.get();
    long time = bytes.getLong();
    if (version != DialogueEntrySerde.VERSION) {
      return ofUnknownModel(time);
    }
    String model = text(bytes, bytes.get());
    int utterances = bytes.getInt();
    short speakerBytes = bytes.getShort();
    String speaker =
        speakerBytes == DialogueEntrySerde.NOT_KNOWN ? null : text(bytes, speakerBytes);
    int idCount = bytes.get();
    List<Long> ids = new ArrayList<>();
    for (int i = 0; i < idCount; i++) {
      ids.add(bytes.getLong());
    }
    int units = bytes.getInt();
    if (units != bytes.remaining() / Float.BYTES) {
      return ofUnknownModel(time);
    }
    float[] state = new float[units];
    bytes.asFloatBuffer().get(state);
    if (utterances < 0 || !isFinite(state)) {
      return ofUnknownModel(time);
    }
    return new DialogueEntry(model, new DialogueMemory(utterances, speaker, state), time, ids);
  }

  private static boolean isFinite(float[] state) {
    for (float unit : state) {
      if (!Float.isFinite(unit)) {
        return false;
      }
    }
    return true;
  }

  private static DialogueEntry ofUnknownModel(long time) {
    return new DialogueEntry("", new DialogueMemory(0, null, new float[0]), time, List.of());
  }

  private static String text(ByteBuffer bytes, int length) {
    byte[] text = new byte[length];
    bytes.get(text);
    return new String(text, UTF_8);
  }
}
