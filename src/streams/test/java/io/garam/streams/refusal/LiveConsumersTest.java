package io.garam.streams.refusal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.garam.streams.refusal.LiveConsumers.LiveConsumer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;

final class LiveConsumersTest {

  private final LiveConsumers live = new LiveConsumers();
  private int woken;

  /** Returns one that finds no broker, so that its polls wait. */
  private LiveConsumer consumer() {
    LiveConsumer consumer =
        new LiveConsumer(
            Map.of("bootstrap.servers", "localhost:1", "enable.auto.commit", false),
            new ByteArrayDeserializer(),
            live) {
          @Override
          public void wakeup() {
            woken++;
            super.wakeup();
          }
        };
    consumer.assign(List.of(new TopicPartition("utterances", 0)));
    return consumer;
  }

  @Test
  void allThatAreOpenAreWokenOnce() {
    try (LiveConsumer first = consumer();
        LiveConsumer second = consumer()) {
      live.wake();
      assertThatThrownBy(() -> first.poll(Duration.ofMinutes(1)))
          .isInstanceOf(WakeupException.class);
      assertThatThrownBy(() -> second.poll(Duration.ofMinutes(1)))
          .isInstanceOf(WakeupException.class);
      assertThat(first.poll(Duration.ZERO)).isEmpty();
    }
  }

  @Test
  void thoseThatAreClosedAreLeftAlone() {
    LiveConsumer first = consumer();
    LiveConsumer second = consumer();
    first.close();
    second.close(CloseOptions.timeout(Duration.ZERO));
    woken = 0;
    live.wake();
    assertThat(woken).isZero();
  }
}
