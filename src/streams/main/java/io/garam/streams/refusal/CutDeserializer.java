package io.garam.streams.refusal;

import java.nio.ByteBuffer;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/**
 * Takes no more of a value than shows that it is too large. A compressed batch of one megabyte may
 * hold values of hundreds, and a poll all of them at once.
 *
 * @param mostBytes the largest value that is taken whole
 */
record CutDeserializer(int mostBytes) implements Deserializer<byte[]> {

  @Override
  public byte @Nullable [] deserialize(String topic, byte @Nullable [] value) {
    return value == null ? null : deserialize(topic, null, ByteBuffer.wrap(value));
  }

  @Override
  public byte @Nullable [] deserialize(
      String topic, @Nullable Headers headers, @Nullable ByteBuffer value) {
    if (value == null) {
      return null;
    }
    byte[] taken = new byte[(int) Math.min(value.remaining(), mostBytes + 1L)];
    value.duplicate().get(taken);
    return taken;
  }
}
