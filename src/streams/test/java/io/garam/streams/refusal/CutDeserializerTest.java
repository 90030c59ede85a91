package io.garam.streams.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Set;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

class CutDeserializerTest {

  private static byte[] read(byte[] value) {
    return read("t", value);
  }

  private static byte[] read(String topic, byte[] value) {
    return new CutDeserializer(Set.of("t"), 100)
        .deserialize(topic, new RecordHeaders(), value == null ? null : ByteBuffer.wrap(value));
  }

  @Test
  void ofAValueThatIsTooLargeNoMoreIsTakenThanShowsIt() {
    assertThat(read(new byte[1_000_000])).hasSize(101);
    assertThat(read(new byte[101])).hasSize(101);
  }

  @Test
  void aValueOfTheLargestSizeIsWhole() {
    byte[] value = new byte[100];
    value[99] = 7;
    assertThat(read(value)).isEqualTo(value);
    assertThat(read(new byte[0])).isEmpty();
    assertThat(read(null)).isNull();
  }

  @Test
  void aValueOfAnotherTopicIsWhole() {
    assertThat(read("orders", new byte[1_000_000])).hasSize(1_000_000);
  }

  @Test
  void noLimitIsBeyondTheLastNumber() {
    assertThat(
            new CutDeserializer(Set.of("t"), Integer.MAX_VALUE)
                .deserialize("t", new RecordHeaders(), ByteBuffer.wrap(new byte[5])))
        .hasSize(5);
  }
}
