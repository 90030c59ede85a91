package io.garam.streams.batching;

import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;

/** Serde of the source topic's values, which reads only: what is prepared is never written. */
public final class PreparedSerde implements Serde<Prepared> {

  private final PreparedDeserializer deserializer;

  public PreparedSerde(PreparedDeserializer deserializer) {
    this.deserializer = deserializer;
  }

  @Override
  public Serializer<Prepared> serializer() {
    throw new UnsupportedOperationException("prepared records are tagged, never written");
  }

  @Override
  public Deserializer<Prepared> deserializer() {
    return deserializer;
  }
}
