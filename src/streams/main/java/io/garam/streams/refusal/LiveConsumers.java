package io.garam.streams.refusal;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * Live consumers: those of all stream threads of a client that are not closed. Safe for many
 * threads.
 */
final class LiveConsumers {

  private final Set<Consumer<?, ?>> live = ConcurrentHashMap.newKeySet();

  /**
   * Wakes all of them: each throws {@link org.apache.kafka.common.errors.WakeupException} where it
   * waits, or as soon as it would.
   */
  void wake() {
    live.forEach(Consumer::wakeup);
  }

  /** Consumer that is among the live ones until it is closed. */
  static class LiveConsumer extends KafkaConsumer<byte[], byte[]> {

    private final LiveConsumers others;

    LiveConsumer(Map<String, Object> config, Deserializer<byte[]> values, LiveConsumers others) {
      super(config, new ByteArrayDeserializer(), values);
      this.others = others;
      others.live.add(this);
    }

    @Override
    public void close() {
      others.live.remove(this);
      super.close();
    }

    @Override
    public void close(CloseOptions options) {
      others.live.remove(this);
      super.close(options);
    }
  }
}
