package io.garam.streams.batching;

import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/**
 * Deserializer that takes what the {@link BatchingInterceptor} prepared off the record, or prepares
 * the record alone where it did not. It never refuses a record: Kafka Streams deserializes one
 * record ahead of the one that it processes, so a dead letter written here could be committed
 * before the offset behind it, and be written again after a crash. The processor refuses instead.
 */
public final class PreparedDeserializer implements Deserializer<Prepared> {

  private final Preparation preparation;

  public PreparedDeserializer(Preparation preparation) {
    this.preparation = preparation;
  }

  @Override
  public Prepared deserialize(String topic, byte @Nullable [] data) {
    return preparation.prepareAlone(data);
  }

  @Override
  public Prepared deserialize(String topic, Headers headers, byte @Nullable [] data) {
    Header last = headers.lastHeader(PreparedHeader.KEY);
    headers.remove(PreparedHeader.KEY);
    return last instanceof PreparedHeader header
        ? header.prepared()
        : preparation.prepareAlone(data);
  }
}
