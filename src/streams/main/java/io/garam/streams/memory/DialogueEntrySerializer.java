package io.garam.streams.memory;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.garam.nlu.dialogue.DialogueMemory;
import java.nio.ByteBuffer;
import java.util.List;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** Serializer of entries, in the format of {@link DialogueEntrySerde}. */
final class DialogueEntrySerializer implements Serializer<DialogueEntry> {

  private static final int FIXED_BYTES = 1 + Long.BYTES + 1 + Integer.BYTES + 2 + 1 + Integer.BYTES;
  private static final byte[] NO_BYTES = {};

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
    bytes.put(DialogueEntrySerde.VERSION).putLong(entry.time());
    bytes.put((byte) model.length).put(model);
    bytes.putInt(memory.utterances());
    bytes
        .putShort(memory.speaker() == null ? DialogueEntrySerde.NOT_KNOWN : (short) speaker.length)
        .put(speaker);
    bytes.put((byte) ids.size());
    ids.forEach(bytes::putLong);
    bytes.putInt(state.length).asFloatBuffer().put(state);
    return bytes.array();
  }
}
