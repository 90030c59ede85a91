package io.garam.streams.refusal;

import java.nio.ByteBuffer;
import java.util.Set;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/**
 * Deserializer that takes no more of an event than shows that it is too large. A compressed batch
 * of one megabyte may hold values of hundreds, and a poll all of them at once.
 *
 * @param topics where events come from; values of other topics are taken whole
 * @param mostBytes the largest value that is taken whole
 */
record CutDeserializer(Set<String> topics, int mostBytes) implements Deserializer<byte[]> {

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
    int most = topics.contains(topic) ? mostBytes : Integer.MAX_VALUE - 1;
    byte[] taken = new byte[(int) Math.min(value.remaining(), most + 1L)];
    value.duplicate().get(taken);
    return taken;
  }
}
