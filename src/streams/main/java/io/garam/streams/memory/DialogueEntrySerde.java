package io.garam.streams.memory;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.garam.nlu.dialogue.DialogueMemory;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Entries as bytes, big-endian:
 *
 * <pre>
 * version     1 byte
 * time        8 bytes, in every version
 * model       1 byte of length, UTF-8
 * utterances  4 bytes, how many the memory holds
 * speaker     2 bytes of length or -1 if not known, UTF-8
 * ids         1 byte of count, 8 bytes each
 * state       4 bytes of count, 4 bytes each
 * </pre>
 *
 * An entry that another version of Garam wrote, or that is no entry at all, is that of another
 * model, of which at most the time is known.
 */
final class DialogueEntrySerde
    implements Serde<DialogueEntry>, Serializer<DialogueEntry>, Deserializer<DialogueEntry> {

  private static final byte VERSION = 1;
  private static final int FIXED_BYTES = 1 + Long.BYTES + 1 + Integer.BYTES + 2 + 1 + Integer.BYTES;
  private static final short NOT_KNOWN = -1;
  private static final byte[] NO_BYTES = {};

  @Override
  public Serializer<DialogueEntry> serializer() {
    return this;
  }

  @Override
  public Deserializer<DialogueEntry> deserializer() {
    return this;
  }

  @Override
  public void configure(Map<String, ?> configs, boolean isKey) {}

  @Override
  public void close() {}

  @Override
  public byte @Nullable [] serialize(String topic, @Nullable DialogueEntry entry) {
    if (entry == null) {
      return null;
    }
    DialogueMemory memory = entry.memory();
    byte[] model = entry.model().getBytes(UTF_8);
    byte[] speaker = memory.speaker() == null ? NO_BYTES : memory.speaker().getBytes(UTF_8);
    List<Long> ids = entry.utterances();
    float[] state = memory.state();
    ByteBuffer bytes =
        ByteBuffer.allocate(
            FIXED_BYTES
                + model.length
                + speaker.length
                + Long.BYTES * ids.size()
                + Float.BYTES * state.length);
    bytes.put(VERSION).putLong(entry.time());
    bytes.put((byte) model.length).put(model);
    bytes.putInt(memory.utterances());
    bytes.putShort(memory.speaker() == null ? NOT_KNOWN : (short) speaker.length).put(speaker);
    bytes.put((byte) ids.size());
    ids.forEach(bytes::putLong);
    bytes.putInt(state.length).asFloatBuffer().put(state);
    return bytes.array();
  }

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
    if (version != VERSION) {
      return ofUnknownModel(time);
    }
    String model = text(bytes, bytes.get());
    int utterances = bytes.getInt();
    short speakerBytes = bytes.getShort();
    String speaker = speakerBytes == NOT_KNOWN ? null : text(bytes, speakerBytes);
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
