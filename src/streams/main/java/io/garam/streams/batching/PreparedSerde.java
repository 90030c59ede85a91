package io.garam.streams.batching;

import io.garam.streams.batching.Prepared.Unread;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Serde of the values that the tagger reads. It writes what is yet unread to the repartition topic;
 * what is prepared is never written.
 */
public final class PreparedSerde implements Serde<Prepared> {

  private final PreparedDeserializer deserializer;

  public PreparedSerde(PreparedDeserializer deserializer) {
    this.deserializer = deserializer;
  }

  @Override
  public Serializer<Prepared> serializer() {
    return (topic, value) -> {
      if (value instanceof Unread unread) {
        return unread.value();
      }
      if (value == null) {
        return null;
      }
      throw new IllegalArgumentException("prepared records are tagged, never written");
    };
  }

  @Override
  public Deserializer<Prepared> deserializer() {
    return deserializer;
  }
}
